/** Courses: authoring them and the order of their modules. */
@NullMarked
package io.waypost.command.course;

import org.jspecify.annotations.NullMarked;
