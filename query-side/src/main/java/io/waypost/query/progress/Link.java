package io.waypost.query.progress;

/** One thing in another: a module in a course, or a post in a module. */
record Link(long parent, long child) {}
