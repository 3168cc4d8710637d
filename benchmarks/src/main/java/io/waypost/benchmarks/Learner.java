package io.waypost.benchmarks;

import java.util.List;

/**
 * A user who makes a part of the load.
 *
 * @param id the number of the user
 * @param token who they are, as they say it to the service
 * @param group the group that they are in
 * @param course a course of the group
 * @param completed how many posts of the course they completed before
 * @param open the posts of the course that they can complete by hand and have not yet, in order
 */
record Learner(long id, String token, long group, Course course, int completed, List<Long> open) {}
