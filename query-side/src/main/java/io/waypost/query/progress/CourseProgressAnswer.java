package io.waypost.query.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a user is in a course.
 *
 * @param completedPosts the posts of the course that count as completed
 * @param totalPosts the posts of the course
 * @param percent 100 once the course was completed, else floor(100 * completedPosts / totalPosts), 0 without posts
 * @param completedAt when the course was completed, which stays
 * @param newPosts posts that came into the course after that and do not count yet
 * @param lastActivityAt when the user last did something with a post of the course
 * @param nextPostId the first post in order that does not count yet
 */
record CourseProgressAnswer(
        long courseId,
        String courseTitle,
        int completedPosts,
        int totalPosts,
        int percent,
        Optional<Instant> completedAt,
        int newPosts,
        Optional<Instant> lastActivityAt,
        Optional<Long> nextPostId) {}
