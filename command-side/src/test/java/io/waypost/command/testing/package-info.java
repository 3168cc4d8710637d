/** What integration tests of the command side run on. */
@NullMarked
package io.waypost.command.testing;

import org.jspecify.annotations.NullMarked;
