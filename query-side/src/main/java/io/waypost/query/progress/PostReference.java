package io.waypost.query.progress;

/** A post of a course in a list. */
record PostReference(long postId, String postTitle, long moduleId) {}
