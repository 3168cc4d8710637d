package io.waypost.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import io.waypost.query.testing.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastLearningTest {

    private static final UserId USER = new UserId(5);
    private static final UserId OTHER = new UserId(6);
    private static final LearnerId LEARNER = LearnerId.of(USER);
    private static final CourseId COURSE = new CourseId(10);
    private static final CourseId SECOND = new CourseId(11);
    private static final ModuleId A = new ModuleId(20);
    private static final ModuleId B = new ModuleId(21);
    private static final PostId A1 = new PostId(31);
    private static final PostId A2 = new PostId(32);
    private static final PostId B1 = new PostId(33);
    private static final GroupId GROUP = new GroupId(40);

    private final List<Object> events = new ArrayList<>(List.of(
            new UserEvent.UserRegistered(USER, SystemRole.USER),
            new CourseEvent.CourseCreated(COURSE, "Nights", Optional.empty()),
            new ModuleEvent.ModuleCreated(A, "A", Optional.empty(), Optional.empty()),
            new ModuleEvent.ModuleCreated(B, "B", Optional.empty(), Optional.empty()),
            added(A, A1, List.of(A1)),
            added(A, A2, List.of(A1, A2)),
            added(B, B1, List.of(B1)),
            new CourseEvent.ModuleAddedToCourse(COURSE, A, 0, List.of(A)),
            new CourseEvent.ModuleAddedToCourse(COURSE, B, 0, List.of(B, A)),
            new LearnerEvent.CourseAssignedToLearner(LEARNER, COURSE)));

    private static ModuleEvent added(ModuleId module, PostId post, List<PostId> order) {
        return new ModuleEvent.PostAddedToModule(
                module,
                post,
                "Post",
                Optional.empty(),
                new PostContent.DefaultContent("Text", Optional.empty()),
                order.indexOf(post),
                order);
    }

    private static LearnerEvent completed(PostId post) {
        return new LearnerEvent.PostCompleted(LEARNER, post, Instant.EPOCH, CompletionWay.HAND);
    }

    private static LearnerEvent courseCompleted(Instant at) {
        return new LearnerEvent.CourseCompleted(LEARNER, COURSE, at);
    }

    /** When the next event happens. */
    private Instant next() {
        return Happened.START.plusSeconds(events.size());
    }

    private PastLearning folded() {
        PastLearning past = new PastLearning(USER);
        past.fold(Happened.of(events).events());
        return past;
    }

    private List<CourseProgressAnswer> answers() {
        return folded().answers();
    }

    private CourseProgressAnswer answer() {
        assertThat(answers()).hasSize(1);
        return answers().getFirst();
    }

    @Test
    void atFirstNothingIsDoneAndTheFirstPostInOrderIsNext() {
        assertThat(answer())
                .isEqualTo(new CourseProgressAnswer(
                        10, "Nights", 0, 3, 0, Optional.empty(), 0, Optional.empty(), Optional.of(B1.value())));
    }

    @Test
    void completedAndWaivedPostsCount() {
        Instant done = next();
        events.add(completed(B1));
        events.add(new LearnerEvent.PostWaived(LEARNER, A1, OTHER));

        assertThat(answer())
                .isEqualTo(new CourseProgressAnswer(
                        10, "Nights", 2, 3, 66, Optional.empty(), 0, Optional.of(done), Optional.of(A2.value())));
    }

    @Test
    void reopeningTakesBothAwayAndIsAnActivity() {
        events.add(completed(A1));
        events.add(new LearnerEvent.PostWaived(LEARNER, A1, OTHER));
        Instant reopened = next();
        events.add(new LearnerEvent.PostReopened(LEARNER, A1));

        assertThat(answer().completedPosts()).isZero();
        assertThat(answer().lastActivityAt()).contains(reopened);
    }

    @Test
    void triesAndWatchingAndNewsOfEarlierCompletionAreActivities() {
        for (LearnerEvent event : List.of(
                new LearnerEvent.QuizAttempted(LEARNER, A1, 1, 1, 0, false, List.of()),
                new LearnerEvent.VideoWatched(LEARNER, A1, 10),
                new LearnerEvent.PostCompletionBackdated(LEARNER, A1, Instant.EPOCH))) {
            Instant at = next();
            events.add(event);

            assertThat(answer().lastActivityAt()).contains(at);
            assertThat(answer().completedPosts()).isZero();
        }
    }

    @Test
    void whatTheCourseDoesNotShowDoesNotCount() {
        events.add(completed(A1));
        events.add(new ModuleEvent.PostRemovedFromModule(A, A1, List.of(A2)));

        assertThat(answer().completedPosts()).isZero();
        assertThat(answer().totalPosts()).isEqualTo(2);
        assertThat(answer().lastActivityAt()).isEmpty();

        events.add(new ModuleEvent.ModuleDeleted(A));

        assertThat(answer().totalPosts()).isEqualTo(1);
    }

    @Test
    void aCourseWithoutPostsIsAtZero() {
        events.add(new CourseEvent.ModuleRemovedFromCourse(COURSE, B, List.of(A)));
        events.add(new CourseEvent.ModuleRemovedFromCourse(COURSE, A, List.of()));

        assertThat(answer().percent()).isZero();
        assertThat(answer().totalPosts()).isZero();
        assertThat(answer().nextPostId()).isEmpty();
    }

    @Test
    void afterCompletionOnlyWhatCameLaterAndIsNotDoneIsNew() {
        List.of(A1, A2, B1).forEach(post -> events.add(completed(post)));
        Instant at = next();
        events.add(courseCompleted(at));
        assertThat(answer().percent()).isEqualTo(100);
        assertThat(answer().completedAt()).contains(at);
        assertThat(answer().nextPostId()).isEmpty();

        PostId later = new PostId(34);
        events.add(new LearnerEvent.PostReopened(LEARNER, A2));
        events.add(added(B, later, List.of(later, B1)));

        assertThat(answer().percent()).isEqualTo(100);
        assertThat(answer().completedPosts()).isEqualTo(2);
        assertThat(answer().totalPosts()).isEqualTo(4);
        assertThat(answer().newPosts()).isEqualTo(1);
        assertThat(answer().nextPostId()).contains(later.value());

        events.add(completed(later));
        assertThat(answer().newPosts()).isZero();
    }

    @Test
    void aModuleThatCameBackBringsItsPostsAnew() {
        List.of(A1, A2, B1).forEach(post -> events.add(completed(post)));
        events.add(courseCompleted(next()));
        events.add(new LearnerEvent.PostReopened(LEARNER, B1));
        assertThat(answer().newPosts()).isZero();

        events.add(new CourseEvent.ModuleRemovedFromCourse(COURSE, B, List.of(A)));
        events.add(new CourseEvent.ModuleAddedToCourse(COURSE, B, 1, List.of(A, B)));

        assertThat(answer().newPosts()).isEqualTo(1);
    }

    @Test
    void aCourseIsShownOnceWhoeverGivesIt() {
        events.add(new GroupEvent.MemberAddedToGroup(GROUP, USER, GroupRole.MEMBER));
        events.add(new GroupEvent.CourseAssignedToGroup(GROUP, COURSE, 0, List.of(COURSE)));
        assertThat(answers()).hasSize(1);

        events.add(new LearnerEvent.CourseUnassignedFromLearner(LEARNER, COURSE));
        assertThat(answers()).hasSize(1);

        events.add(new GroupEvent.MemberRemovedFromGroup(GROUP, OTHER));
        assertThat(answers()).hasSize(1);

        events.add(new GroupEvent.MemberRemovedFromGroup(GROUP, USER));
        assertThat(answers()).isEmpty();
    }

    @Test
    void aDeletedGroupAndADeletedCourseGiveNothing() {
        events.add(new CourseEvent.CourseCreated(SECOND, "Days", Optional.empty()));
        events.add(new GroupEvent.MemberAddedToGroup(GROUP, USER, GroupRole.MEMBER));
        events.add(new GroupEvent.CourseAssignedToGroup(GROUP, SECOND, 0, List.of(SECOND)));
        assertThat(answers()).extracting(CourseProgressAnswer::courseTitle).containsExactly("Nights", "Days");

        events.add(new CourseEvent.CourseDeleted(COURSE));
        assertThat(answers()).extracting(CourseProgressAnswer::courseTitle).containsExactly("Days");

        events.add(new GroupEvent.GroupDeleted(GROUP));
        assertThat(answers()).isEmpty();
    }

    @Test
    void whatOthersDoChangesNothing() {
        CourseProgressAnswer before = answer();
        events.add(new LearnerEvent.PostCompleted(LearnerId.of(OTHER), A1, Instant.EPOCH, CompletionWay.HAND));
        events.add(new UserEvent.UserErased(OTHER));

        assertThat(answer()).isEqualTo(before);
        assertThat(folded().userExists()).isTrue();
    }

    @Test
    void aUserIsThereFromRegistrationUntilErasure() {
        assertThat(new PastLearning(USER).userExists()).isFalse();
        assertThat(folded().userExists()).isTrue();

        events.add(new UserEvent.UserErased(USER));

        assertThat(folded().userExists()).isFalse();
    }
}
