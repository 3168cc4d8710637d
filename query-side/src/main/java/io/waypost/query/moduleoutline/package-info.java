/** Modules and their posts. */
@NullMarked
package io.waypost.query.moduleoutline;

import org.jspecify.annotations.NullMarked;
