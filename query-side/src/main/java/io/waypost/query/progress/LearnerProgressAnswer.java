package io.waypost.query.progress;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * How far a learner of a group is in a course.
 *
 * @param progress the figures, whose fields stand beside the others
 */
record LearnerProgressAnswer(
        long userId,
        String username,
        Optional<String> firstName,
        Optional<String> lastName,
        @JsonUnwrapped CourseProgressAnswer progress) {

    /** The names of the fields, in the order of {@link #cells()}. */
    static final List<String> COLUMNS = List.of(
            "user_id",
            "username",
            "first_name",
            "last_name",
            "course_id",
            "course_title",
            "completed_posts",
            "total_posts",
            "percent",
            "completed_at",
            "new_posts",
            "last_activity_at",
            "next_post_id");

    /** The fields as a row of a table. */
    List<Object> cells() {
        return List.of(
                userId,
                username,
                firstName,
                lastName,
                progress.courseId(),
                progress.courseTitle(),
                progress.completedPosts(),
                progress.totalPosts(),
                progress.percent(),
                progress.completedAt(),
                progress.newPosts(),
                progress.lastActivityAt(),
                progress.nextPostId());
    }
}
