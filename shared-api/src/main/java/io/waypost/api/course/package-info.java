/** Courses: their identity and what can happen to them. */
@NullMarked
package io.waypost.api.course;

import org.jspecify.annotations.NullMarked;
