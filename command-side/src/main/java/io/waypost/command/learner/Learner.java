package io.waypost.command.learner;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.waypost.api.course.CourseId;
import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.CourseAssignedToLearner;
import io.waypost.api.learner.LearnerEvent.CourseCompleted;
import io.waypost.api.learner.LearnerEvent.CourseUnassignedFromLearner;
import io.waypost.api.learner.LearnerEvent.PostCompleted;
import io.waypost.api.learner.LearnerEvent.PostCompletionBackdated;
import io.waypost.api.learner.LearnerEvent.PostProgressed;
import io.waypost.api.learner.LearnerEvent.PostReopened;
import io.waypost.api.learner.LearnerEvent.PostWaived;
import io.waypost.api.learner.LearnerEvent.QuizAttempted;
import io.waypost.api.learner.LearnerEvent.VideoWatched;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.learner.LearnerCommand.AssignCourseToLearner;
import io.waypost.command.learner.LearnerCommand.CompletePost;
import io.waypost.command.learner.LearnerCommand.RecordCourseCompletion;
import io.waypost.command.learner.LearnerCommand.RecordVideoWatched;
import io.waypost.command.learner.LearnerCommand.ReopenPost;
import io.waypost.command.learner.LearnerCommand.SubmitQuizAttempt;
import io.waypost.command.learner.LearnerCommand.SyncCompletions;
import io.waypost.command.learner.LearnerCommand.UnassignCourseFromLearner;
import io.waypost.command.learner.LearnerCommand.WaivePost;
import io.waypost.command.platform.RequiredText;
import io.waypost.command.platform.VersionedAggregate;
import io.waypost.command.platform.lookup.CourseLookup;
import io.waypost.command.platform.lookup.UserLookup;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A user as one who learns. Nobody makes a learner: it begins with the first thing that happens to it, and never ends, so a
 * command must answer for one that nothing has happened to yet. Whether there is such a user the lookup says.
 */
@Aggregate(type = "Learner", cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@SuppressWarnings("NullAway.Init") // an aggregate is filled by its first event
public class Learner extends VersionedAggregate {

    @AggregateIdentifier
    private LearnerId id;

    private Set<CourseId> courses = new HashSet<>();
    private Set<CourseId> completedCourses = new HashSet<>();
    private Map<Long, PostProgress> progress = new LinkedHashMap<>();

    Learner() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    LearnerState handle(AssignCourseToLearner command, UserLookup userLookup, CourseLookup courseLookup) {
        userLookup.require(command.learnerId().userId());
        courseLookup.require(command.courseId());
        if (courses.contains(command.courseId())) {
            throw new RequestRejected(
                    ProblemCode.COURSE_ALREADY_ASSIGNED, "The course is already assigned to this user directly");
        }
        AggregateLifecycle.apply(new CourseAssignedToLearner(command.learnerId(), command.courseId()));
        return new LearnerState(id, version());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    LearnerState handle(UnassignCourseFromLearner command, UserLookup userLookup) {
        userLookup.require(command.learnerId().userId());
        if (!courses.contains(command.courseId())) {
            throw new RequestRejected(ProblemCode.NOT_FOUND, "The course is not assigned to this user directly");
        }
        AggregateLifecycle.apply(new CourseUnassignedFromLearner(command.learnerId(), command.courseId()));
        return new LearnerState(id, version());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PostState handle(CompletePost command, PostAccess access) {
        KnownPost post = open(command.learnerId(), command.postId(), access);
        PostProgress before = progressOf(post.id());
        if (before.completion().isEmpty()) {
            before.hindrance(post).ifPresent(hindrance -> {
                throw hindrance;
            });
            complete(command.learnerId(), post.id(), command.at(), CompletionWay.HAND);
        }
        return state(command.learnerId(), post.id(), before);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PostState handle(ReopenPost command, PostAccess access) {
        KnownPost post = open(command.learnerId(), command.postId(), access);
        PostProgress before = progressOf(post.id());
        if (!before.counts()) {
            throw new RequestRejected(ProblemCode.NOT_FOUND, "The post is not completed");
        }
        AggregateLifecycle.apply(new PostReopened(command.learnerId(), post.id()));
        return state(command.learnerId(), post.id(), before);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PostState handle(WaivePost command, PostAccess access, WaiverReasons reasons) {
        KnownPost post =
                access.of(command.learnerId(), List.of(command.postId())).require(command.postId());
        if (!post.open()) {
            throw new RequestRejected(
                    ProblemCode.POST_NOT_ASSIGNED, "No course that is assigned to this user shows the post");
        }
        String reason = RequiredText.of(command.reason(), "Reason");
        PostProgress before = progressOf(post.id());
        if (before.waiver().isEmpty()) {
            AggregateLifecycle.apply(new PostWaived(command.learnerId(), post.id(), command.by()));
            reasons.keep(command.learnerId(), post.id(), reason);
        }
        return state(command.learnerId(), post.id(), before);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    GradedAttempt handle(SubmitQuizAttempt command, PostAccess access) {
        KnownPost post = open(command.learnerId(), command.postId(), access);
        QuizGrading grading = QuizGrading.of(
                post.quiz().orElseThrow(() -> new RequestRejected(ProblemCode.NOT_A_QUIZ, "The post is not a quiz")),
                command.answers());
        PostProgress before = progressOf(post.id());
        AggregateLifecycle.apply(new QuizAttempted(
                command.learnerId(),
                post.id(),
                before.attempts() + 1,
                post.revision(),
                grading.scorePercent(),
                grading.passed(),
                grading.grades()));
        if (grading.passed() && before.completion().isEmpty()) {
            complete(command.learnerId(), post.id(), command.at(), CompletionWay.QUIZ);
        }
        PostState after = state(command.learnerId(), post.id(), before);
        return new GradedAttempt(
                command.learnerId(), version(), after.progress().attempts(), grading, after.begunToCount());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PostState handle(RecordVideoWatched command, PostAccess access, WatchedVideos videos) {
        KnownPost post = open(command.learnerId(), command.postId(), access);
        VideoContent video =
                post.video().orElseThrow(() -> new RequestRejected(ProblemCode.NOT_A_VIDEO, "The post is not a video"));
        PostProgress before = progressOf(post.id());
        int percent = videos.add(command.learnerId(), post.id(), command.parts(), video.durationSeconds());
        if (percent > before.watchedPercent()) {
            AggregateLifecycle.apply(new VideoWatched(command.learnerId(), post.id(), percent));
        }
        if (before.completedByWatching(video, progressOf(post.id()).watchedPercent())) {
            complete(command.learnerId(), post.id(), command.at(), CompletionWay.VIDEO);
        }
        return state(command.learnerId(), post.id(), before);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    SyncedCompletions handle(SyncCompletions command, PostAccess access) {
        LearnerId learnerId = command.learnerId();
        KnownPosts posts = access.of(learnerId, command.postIds());
        OfflineBatch batch = OfflineBatch.judged(command, posts, this::progressOf);
        batch.earliest().forEach((postId, at) -> {
            Optional<PostProgress.Completion> known = progressOf(postId).completion();
            if (known.isEmpty()) {
                complete(learnerId, postId, at, CompletionWay.OFFLINE);
            } else if (at.isBefore(known.get().at())) {
                AggregateLifecycle.apply(new PostCompletionBackdated(learnerId, postId, at));
            }
        });
        return new SyncedCompletions(learnerId, version(), batch.results(this::progressOf));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    LearnerState handle(RecordCourseCompletion command, UserLookup userLookup) {
        userLookup.require(command.learnerId().userId());
        if (!completedCourses.contains(command.courseId())) {
            AggregateLifecycle.apply(
                    new CourseCompleted(command.learnerId(), command.courseId(), command.completedAt()));
        }
        return new LearnerState(command.learnerId(), version());
    }

    @EventSourcingHandler
    void on(CourseAssignedToLearner event) {
        id = event.learnerId();
        courses.add(event.courseId());
    }

    @EventSourcingHandler
    void on(CourseUnassignedFromLearner event) {
        courses.remove(event.courseId());
    }

    @EventSourcingHandler
    void on(CourseCompleted event) {
        id = event.learnerId();
        completedCourses.add(event.courseId());
    }

    @EventSourcingHandler
    void on(PostProgressed event, @Timestamp Instant at) {
        id = event.learnerId();
        progress.put(event.postId().value(), progressOf(event.postId()).after(event, at));
    }

    private static KnownPost open(LearnerId learnerId, PostId postId, PostAccess access) {
        return access.of(learnerId, List.of(postId)).requireOpen(postId);
    }

    private static void complete(LearnerId learnerId, PostId postId, Instant at, CompletionWay via) {
        AggregateLifecycle.apply(new PostCompleted(learnerId, postId, at, via));
    }

    private PostProgress progressOf(PostId postId) {
        return progress.getOrDefault(postId.value(), PostProgress.NONE);
    }

    private PostState state(LearnerId learnerId, PostId postId, PostProgress before) {
        PostProgress after = progressOf(postId);
        return new PostState(learnerId, version(), postId, after, after.counts() && !before.counts());
    }
}
