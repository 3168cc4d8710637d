package io.waypost.query.progress;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.user.UserId;
import io.waypost.query.testing.Happened;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Short words for events about courses, posts and learners, which are known by their numbers. */
final class Learning {

    /** When posts are completed, unless a test says something else. */
    static final Instant DONE_AT = Happened.START.minusSeconds(60);

    private Learning() {}

    static Object course(long course) {
        return new CourseEvent.CourseCreated(new CourseId(course), "Course " + course, Optional.empty());
    }

    static Object courseDeleted(long course) {
        return new CourseEvent.CourseDeleted(new CourseId(course));
    }

    static Object module(long module) {
        return new ModuleEvent.ModuleCreated(
                new ModuleId(module), "Module " + module, Optional.empty(), Optional.empty());
    }

    static Object moduleDeleted(long module) {
        return new ModuleEvent.ModuleDeleted(new ModuleId(module));
    }

    /** A module comes into a course, which then has these. */
    static Object shown(long course, long module, long... modules) {
        List<ModuleId> ids = modules(modules);
        ModuleId id = new ModuleId(module);
        return new CourseEvent.ModuleAddedToCourse(new CourseId(course), id, ids.indexOf(id), ids);
    }

    static Object modulesReordered(long course, long... modules) {
        return new CourseEvent.CourseModulesReordered(new CourseId(course), modules(modules));
    }

    /** A module leaves a course, which then has these. */
    static Object hidden(long course, long module, long... modules) {
        return new CourseEvent.ModuleRemovedFromCourse(new CourseId(course), new ModuleId(module), modules(modules));
    }

    /** A post comes into a module, which then has these. */
    static Object post(long module, long post, long... posts) {
        List<PostId> ids = posts(posts);
        PostId id = new PostId(post);
        return new ModuleEvent.PostAddedToModule(
                new ModuleId(module),
                id,
                "Post " + post,
                Optional.empty(),
                new PostContent.DefaultContent("Text", Optional.empty()),
                ids.indexOf(id),
                ids);
    }

    static Object postsReordered(long module, long... posts) {
        return new ModuleEvent.ModulePostsReordered(new ModuleId(module), posts(posts));
    }

    /** A post leaves a module, which then has these. */
    static Object postRemoved(long module, long post, long... posts) {
        return new ModuleEvent.PostRemovedFromModule(new ModuleId(module), new PostId(post), posts(posts));
    }

    static Object completed(long user, long post) {
        return new LearnerEvent.PostCompleted(new LearnerId(user), new PostId(post), DONE_AT, CompletionWay.HAND);
    }

    static Object backdated(long user, long post, Instant at) {
        return new LearnerEvent.PostCompletionBackdated(new LearnerId(user), new PostId(post), at);
    }

    static Object reopened(long user, long post) {
        return new LearnerEvent.PostReopened(new LearnerId(user), new PostId(post));
    }

    static Object waived(long user, long post, long by) {
        return new LearnerEvent.PostWaived(new LearnerId(user), new PostId(post), new UserId(by));
    }

    static Object attempted(long user, long post, int attempt, int score) {
        return new LearnerEvent.QuizAttempted(
                new LearnerId(user), new PostId(post), attempt, 1, score, score > 70, List.of());
    }

    static Object watched(long user, long post, int percent) {
        return new LearnerEvent.VideoWatched(new LearnerId(user), new PostId(post), percent);
    }

    static Object courseCompleted(long user, long course, Instant at) {
        return new LearnerEvent.CourseCompleted(new LearnerId(user), new CourseId(course), at);
    }

    static Object assigned(long user, long course) {
        return new LearnerEvent.CourseAssignedToLearner(new LearnerId(user), new CourseId(course));
    }

    private static List<ModuleId> modules(long... modules) {
        return LongStream.of(modules).mapToObj(ModuleId::new).toList();
    }

    private static List<PostId> posts(long... posts) {
        return LongStream.of(posts).mapToObj(PostId::new).toList();
    }
}
