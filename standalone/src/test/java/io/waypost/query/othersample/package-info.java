/** A feature beside the one that breaks the rules. */
@NullMarked
package io.waypost.query.othersample;

import org.jspecify.annotations.NullMarked;
