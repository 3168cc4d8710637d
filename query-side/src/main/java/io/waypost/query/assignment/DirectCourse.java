package io.waypost.query.assignment;

/** A course and a user to whom it may be assigned directly. */
record DirectCourse(long userId, long courseId) {}
