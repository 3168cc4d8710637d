/** How far users are in their courses, and why. */
@NullMarked
package io.waypost.query.progress;

import org.jspecify.annotations.NullMarked;
