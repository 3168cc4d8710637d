/** Asking for a view to be rebuilt. */
@NullMarked
package io.waypost.command.projections;

import org.jspecify.annotations.NullMarked;
