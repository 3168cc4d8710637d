package io.waypost.query.courseoutline;

/**
 * A course with the number of modules it shows.
 *
 * @param course the course
 * @param moduleCount the number of its modules that exist
 */
record CountedCourse(CourseRow course, long moduleCount) {}
