/** Courses and the order of their modules. */
@NullMarked
package io.waypost.query.courseoutline;

import org.jspecify.annotations.NullMarked;
