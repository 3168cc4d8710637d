package io.waypost.query.courseoutline;

/**
 * A module's place in a course.
 *
 * @param courseId the course
 * @param moduleId the module
 * @param ordering the 0-based place
 */
record CourseModule(long courseId, long moduleId, int ordering) {}
