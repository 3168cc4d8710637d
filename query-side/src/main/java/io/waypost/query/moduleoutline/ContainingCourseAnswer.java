package io.waypost.query.moduleoutline;

/**
 * A course that a module is in.
 *
 * @param courseId the course
 * @param courseTitle its title
 * @param ordering the 0-based place of the module among the modules that the course shows
 */
record ContainingCourseAnswer(long courseId, String courseTitle, long ordering) {}
