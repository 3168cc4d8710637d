package io.waypost.command.learner;

import static io.waypost.command.learner.LearnerFixture.LEARNER;
import static io.waypost.command.learner.LearnerFixture.NOW;
import static io.waypost.command.learner.LearnerFixture.SLEEP;
import static io.waypost.command.learner.LearnersPosts.ALL_RIGHT;
import static io.waypost.command.learner.LearnersPosts.ONE_RIGHT;
import static io.waypost.command.learner.LearnersPosts.OTHER_TEXT;
import static io.waypost.command.learner.LearnersPosts.QUIZ;
import static io.waypost.command.learner.LearnersPosts.TEXT;
import static io.waypost.command.learner.LearnersPosts.TWO_RIGHT;
import static io.waypost.command.learner.LearnersPosts.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.waypost.api.learner.LearnerEvent.CourseCompleted;
import io.waypost.api.learner.LearnerEvent.PostCompleted;
import io.waypost.api.learner.LearnerEvent.PostReopened;
import io.waypost.api.learner.LearnerEvent.PostWaived;
import io.waypost.api.learner.LearnerEvent.QuizAttempted;
import io.waypost.api.learner.LearnerEvent.VideoWatched;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import io.waypost.command.InMemoryCommands;
import io.waypost.command.learner.LearnerCommand.CompletePost;
import io.waypost.command.learner.LearnerCommand.OfflineCompletion;
import io.waypost.command.learner.LearnerCommand.RecordCourseCompletion;
import io.waypost.command.learner.LearnerCommand.RecordVideoWatched;
import io.waypost.command.learner.LearnerCommand.ReopenPost;
import io.waypost.command.learner.LearnerCommand.SubmitQuizAttempt;
import io.waypost.command.learner.LearnerCommand.SyncCompletions;
import io.waypost.command.learner.LearnerCommand.WaivePost;
import io.waypost.command.learner.WatchedParts.Part;
import io.waypost.command.platform.Versioned;
import io.waypost.command.platform.lookup.CourseLookup;
import io.waypost.command.platform.lookup.UserLookup;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked of a learner, what counts is what a plain account of it would say. */
class LearnerPropertiesTest {

    private static final List<PostId> TEXTS = List.of(TEXT, OTHER_TEXT);
    private static final List<PostId> POSTS = List.of(TEXT, OTHER_TEXT, QUIZ, VIDEO);

    @Property(tries = 200)
    void whatCountsIsWhatWasCompletedOrWaivedAndNotReopenedSince(@ForAll("commands") List<LearnerCommand> commands) {
        InMemoryCommands learner = learner();
        Plain plain = new Plain();
        for (LearnerCommand command : commands) {
            boolean expected = plain.accepts(command);
            assertThat(carriedOut(learner, command)).as("%s", command).isEqualTo(expected);
            assertThat(countingBy(learner)).as("after %s", command).isEqualTo(plain.counting());
        }
        List<Object> events = learner.eventsOf(LEARNER);
        assertThat(events.stream().filter(CourseCompleted.class::isInstance)).hasSizeLessThanOrEqualTo(1);
        assertThat(of(events, QuizAttempted.class).map(QuizAttempted::attempt).toList())
                .isEqualTo(Stream.iterate(1, attempt -> attempt + 1)
                        .limit(plain.attempts)
                        .toList());
        assertThat(of(events, VideoWatched.class)
                        .map(VideoWatched::watchedPercent)
                        .toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void orderAndRepetitionOfABatchDoNotMatter(@ForAll("batches") List<OfflineCompletion> batch) {
        InMemoryCommands one = learner();
        InMemoryCommands other = learner();
        one.send(new SyncCompletions(LEARNER, batch, NOW), SyncedCompletions.class);
        for (OfflineCompletion completion : batch.reversed()) {
            other.send(new SyncCompletions(LEARNER, List.of(completion), NOW), SyncedCompletions.class);
        }
        Map<PostId, Instant> earliest = batch.stream()
                .collect(Collectors.toMap(
                        OfflineCompletion::postId, OfflineCompletion::completedAt, (a, b) -> a.isBefore(b) ? a : b));

        assertThat(times(one, earliest.keySet())).isEqualTo(earliest);
        assertThat(times(other, earliest.keySet())).isEqualTo(earliest);
        assertThat(of(one.eventsOf(LEARNER), PostCompleted.class)).hasSize(earliest.size());
        assertThat(of(other.eventsOf(LEARNER), PostCompleted.class)).hasSize(earliest.size());
    }

    @Provide
    Arbitrary<List<LearnerCommand>> commands() {
        Arbitrary<PostId> posts = Arbitraries.of(POSTS);
        Arbitrary<LearnerCommand> completions = posts.map(post -> new CompletePost(LEARNER, post, NOW));
        Arbitrary<LearnerCommand> reopenings = posts.map(post -> new ReopenPost(LEARNER, post));
        Arbitrary<LearnerCommand> waivers = posts.map(post -> new WaivePost(LEARNER, post, new UserId(2), "A reason"));
        Arbitrary<LearnerCommand> attempts = Arbitraries.of(List.of(ALL_RIGHT, TWO_RIGHT, ONE_RIGHT))
                .map(answers -> new SubmitQuizAttempt(LEARNER, QUIZ, answers, NOW));
        Arbitrary<LearnerCommand> watching = Combinators.combine(
                        Arbitraries.longs().between(0, 99_000),
                        Arbitraries.longs().between(1, 40_000))
                .as((from, length) -> new RecordVideoWatched(
                        LEARNER, VIDEO, WatchedParts.union(Stream.of(new Part(from, from + length))), NOW));
        Arbitrary<LearnerCommand> courses =
                Arbitraries.of(SLEEP).map(course -> new RecordCourseCompletion(LEARNER, course, NOW));
        return Arbitraries.oneOf(completions, reopenings, waivers, attempts, watching, courses)
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<OfflineCompletion>> batches() {
        return Combinators.combine(
                        Arbitraries.of(TEXTS),
                        Arbitraries.integers().between(0, 5).map(NOW::minusSeconds))
                .as(OfflineCompletion::new)
                .list()
                .ofMaxSize(8);
    }

    private static InMemoryCommands learner() {
        UserLookup users = mock();
        CourseLookup courses = mock();
        WaiverReasons reasons = mock();
        return new InMemoryCommands(
                Learner.class, users, courses, reasons, LearnersPosts.access(), KnownVideos.watched());
    }

    private static boolean carriedOut(InMemoryCommands learner, LearnerCommand command) {
        try {
            learner.send(command, Versioned.class);
            return true;
        } catch (RequestRejected rejected) {
            return false;
        }
    }

    /** What counts by the events alone, as every view counts it. */
    private static Set<PostId> countingBy(InMemoryCommands learner) {
        Set<PostId> counting = new HashSet<>();
        learner.eventsOf(LEARNER).forEach(event -> {
            if (event instanceof PostReopened reopened) {
                counting.remove(reopened.postId());
            } else if (event instanceof PostCompleted completed) {
                counting.add(completed.postId());
            } else if (event instanceof PostWaived waived) {
                counting.add(waived.postId());
            }
        });
        return counting;
    }

    private static Map<PostId, Instant> times(InMemoryCommands learner, Set<PostId> posts) {
        return posts.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        post -> learner.send(new CompletePost(LEARNER, post, NOW), PostState.class)
                                .progress()
                                .completion()
                                .orElseThrow()
                                .at()));
    }

    private static <T> Stream<T> of(List<Object> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    /** The rules once more, on plain sets: a quiz and a video among texts. */
    private static final class Plain {

        private final Set<PostId> completed = new HashSet<>();
        private final Set<PostId> waived = new HashSet<>();
        private final BitSet millis = new BitSet();
        private boolean passed;
        private boolean videoReopened;
        private int attempts;

        Set<PostId> counting() {
            Set<PostId> counting = new HashSet<>(completed);
            counting.addAll(waived);
            return counting;
        }

        boolean accepts(LearnerCommand command) {
            return switch (command) {
                case CompletePost complete -> completes(complete.postId());
                case ReopenPost reopen -> reopens(reopen.postId());
                case WaivePost waive -> waives(waive.postId());
                case SubmitQuizAttempt attempt -> attempts(attempt);
                case RecordVideoWatched watched ->
                    watches(watched.parts().parts().getFirst());
                default -> true;
            };
        }

        private boolean completes(PostId post) {
            boolean hindered = (post.equals(QUIZ) && !passed) || (post.equals(VIDEO) && millis.cardinality() < 60_000);
            boolean may = completed.contains(post) || !hindered;
            if (may) {
                completed.add(post);
            }
            return may;
        }

        private boolean reopens(PostId post) {
            boolean counted = completed.remove(post);
            counted |= waived.remove(post);
            videoReopened |= counted && post.equals(VIDEO);
            return counted;
        }

        private boolean waives(PostId post) {
            waived.add(post);
            return true;
        }

        private boolean attempts(SubmitQuizAttempt attempt) {
            attempts++;
            if (!attempt.answers().equals(ONE_RIGHT)) {
                passed = true;
                completed.add(QUIZ);
            }
            return true;
        }

        private boolean watches(Part part) {
            boolean enoughBefore = millis.cardinality() >= 60_000;
            millis.set((int) part.from(), (int) Math.min(part.to(), 100_000));
            if (millis.cardinality() >= 60_000 && (!enoughBefore || !videoReopened)) {
                completed.add(VIDEO);
            }
            return true;
        }
    }
}
