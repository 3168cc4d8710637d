/** Breaks the rules of the architecture on purpose, so that a rule that could not fail is seen. */
@NullMarked
package io.waypost.command.sample;

import org.jspecify.annotations.NullMarked;
