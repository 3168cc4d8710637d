package io.waypost.query.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import io.waypost.query.platform.ViewEvent;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.RandomHistory;
import io.waypost.query.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That the events which are looked up for a user are all that matter. */
class PastProgressIT {

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(database);

    /** A random history in which everyone also learns. */
    private static List<Object> history(long seed) {
        Random random = new Random(seed);
        List<Object> events = new ArrayList<>();
        List<LearnerId> learners = new ArrayList<>();
        List<CourseId> courses = new ArrayList<>();
        List<PostId> posts = new ArrayList<>();
        Set<List<Object>> completedCourses = new HashSet<>();
        for (Object event : RandomHistory.of(seed, 250)) {
            events.add(event);
            if (event instanceof UserEvent.UserRegistered registered) {
                learners.add(LearnerId.of(registered.userId()));
            } else if (event instanceof CourseEvent.CourseCreated created) {
                courses.add(created.courseId());
            } else if (event instanceof ModuleEvent.PostAddedToModule added) {
                posts.add(added.postId());
            }
            if (!learners.isEmpty() && !posts.isEmpty()) {
                LearnerId learner = learners.get(random.nextInt(learners.size()));
                events.add(progress(learner, posts.get(random.nextInt(posts.size())), random));
                CourseId course = courses.isEmpty() ? new CourseId(0) : courses.get(random.nextInt(courses.size()));
                if (random.nextInt(6) == 0 && completedCourses.add(List.of(learner, course))) {
                    events.add(new LearnerEvent.CourseCompleted(learner, course, time(events.size())));
                }
            }
        }
        return events;
    }

    private static LearnerEvent progress(LearnerId learner, PostId post, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new LearnerEvent.PostReopened(learner, post);
            case 1 -> new LearnerEvent.PostWaived(learner, post, new UserId(1));
            case 2 -> new LearnerEvent.VideoWatched(learner, post, 50);
            case 3 -> new LearnerEvent.QuizAttempted(learner, post, 1, 1, 0, false, List.of());
            default -> new LearnerEvent.PostCompleted(learner, post, Happened.START, CompletionWay.HAND);
        };
    }

    private static Instant time(int event) {
        return Happened.START.plusSeconds(event);
    }

    private static List<UserId> users(List<Object> history) {
        return history.stream()
                .filter(UserEvent.UserRegistered.class::isInstance)
                .map(event -> ((UserEvent.UserRegistered) event).userId())
                .toList();
    }

    @Test
    void atEveryMomentItIsWhatTheWholeLogSays() {
        long seed = new Random().nextLong();
        List<Object> history = history(seed);
        long head = log.append(history);
        List<ViewEvent> events = log.events();
        int shown = 0;
        try (QueryNode node = QueryNode.start(database)) {
            PastProgress past = node.bean(PastProgress.class);
            for (int length = 1; length <= events.size(); length += 7) {
                long position = head - events.size() + length;
                for (UserId user : users(history)) {
                    PastLearning whole = new PastLearning(user);
                    whole.fold(events.subList(0, length));
                    if (whole.userExists()) {
                        assertThat(past.at(user, position))
                                .as("seed %d, position %d, user %s", seed, position, user)
                                .isEqualTo(whole.answers());
                        shown += whole.answers().size();
                    } else {
                        assertThatThrownBy(() -> past.at(user, position))
                                .as("seed %d, position %d, user %s", seed, position, user)
                                .isInstanceOf(RequestRejected.class)
                                .hasMessageContaining("User not found");
                    }
                }
            }
        }
        assertThat(shown).as("seed %d", seed).isPositive();
    }
}
