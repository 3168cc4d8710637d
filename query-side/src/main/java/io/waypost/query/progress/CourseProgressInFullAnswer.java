package io.waypost.query.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far a user is in a course, as {@link CourseProgressAnswer} says it, and in each of its modules in order. */
record CourseProgressInFullAnswer(
        long courseId,
        String courseTitle,
        int percent,
        int completedPosts,
        int totalPosts,
        Optional<Instant> completedAt,
        int newPosts,
        Optional<Instant> lastActivityAt,
        Optional<Long> nextPostId,
        List<ModuleProgressAnswer> modules) {

    static CourseProgressInFullAnswer of(CourseProgressAnswer figures, List<ModuleProgressAnswer> modules) {
        return new CourseProgressInFullAnswer(
                figures.courseId(),
                figures.courseTitle(),
                figures.percent(),
                figures.completedPosts(),
                figures.totalPosts(),
                figures.completedAt(),
                figures.newPosts(),
                figures.lastActivityAt(),
                figures.nextPostId(),
                modules);
    }
}
