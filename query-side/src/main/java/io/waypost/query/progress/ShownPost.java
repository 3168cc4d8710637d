package io.waypost.query.progress;

/** A post that a course shows. */
record ShownPost(long courseId, long postId) {}
