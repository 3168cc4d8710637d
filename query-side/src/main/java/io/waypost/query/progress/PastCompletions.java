package io.waypost.query.progress;

import io.waypost.api.course.CourseId;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.module.PostId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a learner had done with posts, whatever courses they stood in, and which courses that completed. */
final class PastCompletions {

    private final Set<PostId> completed = new HashSet<>();
    private final Set<PostId> waived = new HashSet<>();
    private final Map<PostId, Instant> lastActivity = new HashMap<>();
    private final Map<CourseId, Instant> courses = new HashMap<>();

    void fold(LearnerEvent.CourseCompleted event) {
        courses.putIfAbsent(event.courseId(), event.completedAt());
    }

    void fold(LearnerEvent.PostProgressed event, Instant at) {
        PostId post = event.postId();
        switch (event) {
            case LearnerEvent.PostCompleted done -> completed.add(post);
            case LearnerEvent.PostReopened reopened -> {
                completed.remove(post);
                waived.remove(post);
            }
            case LearnerEvent.PostWaived let -> waived.add(post);
            case LearnerEvent.PostCompletionBackdated earlier -> {}
            case LearnerEvent.QuizAttempted attempted -> {}
            case LearnerEvent.VideoWatched watched -> {}
        }
        // That a post is waived is no doing of the learner.
        if (!(event instanceof LearnerEvent.PostWaived)) {
            lastActivity.merge(post, at, (before, now) -> now.isAfter(before) ? now : before);
        }
    }

    /** Whether a post counted as completed. */
    boolean counts(PostId post) {
        return completed.contains(post) || waived.contains(post);
    }

    /** When a course was completed, whatever became of it. */
    Optional<Instant> completedAt(CourseId course) {
        return Optional.ofNullable(courses.get(course));
    }

    /** When the learner last did something with one of the posts. */
    Optional<Instant> lastActivity(Collection<PostId> posts) {
        return posts.stream()
                .map(post -> Optional.ofNullable(lastActivity.get(post)))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
