package io.waypost.query.testing;

import io.waypost.api.course.CourseId;
import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostId;
import io.waypost.api.ordering.Ordering;
import io.waypost.api.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What users do with posts. Whether they have access to them, and whether all posts of a completed course are completed, is
 * not looked at.
 */
final class RandomLearning {

    private static final Instant LONG_AGO = Instant.parse("2025-12-01T00:00:00Z");

    private final Chance random;
    private final Set<UserId> users;
    private final Set<CourseId> courses;
    private final Map<ModuleId, Ordering<PostId>> modules;
    private final Set<Done> counting = new HashSet<>();
    private final Map<Done, Integer> attempts = new HashMap<>();
    private final Map<Done, Integer> watched = new HashMap<>();
    private final Set<List<Object>> completed = new HashSet<>();

    private record Done(UserId user, PostId post) {}

    /**
     * @param users the users there are at the moment
     * @param courses the courses there are at the moment
     * @param modules the posts of the modules there are at the moment
     */
    RandomLearning(Chance random, Set<UserId> users, Set<CourseId> courses, Map<ModuleId, Ordering<PostId>> modules) {
        this.random = random;
        this.users = users;
        this.courses = courses;
        this.modules = modules;
    }

    /** The next event, if it comes to one. */
    List<Object> step() {
        List<PostId> posts = modules.values().stream()
                .flatMap(ordering -> ordering.items().stream())
                .toList();
        if (users.isEmpty() || courses.isEmpty() || posts.isEmpty()) {
            return List.of();
        }
        UserId user = random.pick(users);
        if (random.nextInt(20) == 0) {
            return completeCourse(user, random.pick(courses));
        }
        Done done = new Done(user, random.pick(posts));
        return counting.contains(done) ? changeCompleted(done) : work(done);
    }

    private List<Object> completeCourse(UserId user, CourseId course) {
        return completed.add(List.of(user, course))
                ? List.of(new LearnerEvent.CourseCompleted(LearnerId.of(user), course, time()))
                : List.of();
    }

    private List<Object> changeCompleted(Done done) {
        LearnerId learner = LearnerId.of(done.user());
        return switch (random.nextInt(4)) {
            case 0 -> List.of(new LearnerEvent.PostCompletionBackdated(learner, done.post(), time()));
            case 1 -> List.of(new LearnerEvent.PostWaived(learner, done.post(), random.pick(users)));
            default -> {
                counting.remove(done);
                yield List.of(new LearnerEvent.PostReopened(learner, done.post()));
            }
        };
    }

    private List<Object> work(Done done) {
        LearnerId learner = LearnerId.of(done.user());
        return switch (random.nextInt(6)) {
            case 0 -> {
                int attempt = attempts.merge(done, 1, Integer::sum);
                yield List.of(new LearnerEvent.QuizAttempted(
                        learner, done.post(), attempt, 1, random.nextInt(101), false, List.of()));
            }
            case 1 -> {
                int percent = watched.merge(done, 1 + random.nextInt(10), Integer::sum);
                yield List.of(new LearnerEvent.VideoWatched(learner, done.post(), percent));
            }
            case 2 -> {
                counting.add(done);
                yield List.of(new LearnerEvent.PostWaived(learner, done.post(), random.pick(users)));
            }
            default -> {
                counting.add(done);
                CompletionWay way = random.pick(List.of(CompletionWay.values()));
                yield List.of(new LearnerEvent.PostCompleted(learner, done.post(), time(), way));
            }
        };
    }

    private Instant time() {
        return LONG_AGO.plusSeconds(random.nextInt(1_000_000));
    }
}
