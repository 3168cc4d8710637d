package io.waypost.command.learner;

import io.waypost.api.course.CourseEvent.ModuleAddedToCourse;
import io.waypost.api.course.CourseEvent.ModuleRemovedFromCourse;
import io.waypost.api.group.GroupEvent.CourseAssignedToGroup;
import io.waypost.api.group.GroupEvent.MemberAddedToGroup;
import io.waypost.api.learner.LearnerEvent.CourseAssignedToLearner;
import io.waypost.api.learner.LearnerEvent.PostCompleted;
import io.waypost.api.learner.LearnerEvent.PostWaived;
import io.waypost.api.module.ModuleEvent.ModuleDeleted;
import io.waypost.api.module.ModuleEvent.PostRemovedFromModule;
import io.waypost.command.learner.CompletedCourses.Completed;
import io.waypost.command.learner.CompletedCourses.CountingPost;
import io.waypost.command.learner.LearnerCommand.RecordCourseCompletion;
import io.waypost.command.platform.PolicyCommands;
import io.waypost.command.platform.ProcessingGroups;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Policy: when all posts of an assigned course count for a user, that is put on record, for good. Whatever can bring it about
 * is looked at: posts that begin to count, posts that go out of the course, and courses that users get.
 */
@Component
@ProcessingGroup(ProcessingGroups.COMPLETED_COURSE_IS_RECORDED)
class CompletedCourseIsRecorded {

    private static final String COUNTING = CompletedCourseIsRecorded.class.getName();

    private final CompletedCourses courses;
    private final PolicyCommands commands;

    CompletedCourseIsRecorded(CompletedCourses courses, PolicyCommands commands) {
        this.courses = courses;
        this.commands = commands;
    }

    @EventHandler
    void on(PostCompleted event, EventMessage<?> message, UnitOfWork<?> batch) {
        counting(batch).add(new Counting(new CountingPost(event.learnerId(), event.postId()), message));
    }

    @EventHandler
    void on(PostWaived event, EventMessage<?> message, UnitOfWork<?> batch) {
        counting(batch).add(new Counting(new CountingPost(event.learnerId(), event.postId()), message));
    }

    @EventHandler
    void on(PostRemovedFromModule event, EventMessage<?> message) {
        record(courses.showing(event.moduleId()), message);
    }

    /** The module's posts are gone at once, even though it leaves its courses only afterwards. */
    @EventHandler
    void on(ModuleDeleted event, EventMessage<?> message) {
        record(courses.showing(event.moduleId()), message);
    }

    @EventHandler
    void on(ModuleRemovedFromCourse event, EventMessage<?> message) {
        record(courses.of(event.courseId()), message);
    }

    /** Its posts may count already, and those may be all that the course has. */
    @EventHandler
    void on(ModuleAddedToCourse event, EventMessage<?> message) {
        record(courses.of(event.courseId()), message);
    }

    @EventHandler
    void on(CourseAssignedToLearner event, EventMessage<?> message) {
        record(courses.of(event.courseId(), event.learnerId().userId()), message);
    }

    @EventHandler
    void on(CourseAssignedToGroup event, EventMessage<?> message) {
        record(courses.of(event.courseId(), event.groupId()), message);
    }

    @EventHandler
    void on(MemberAddedToGroup event, EventMessage<?> message) {
        record(courses.of(event.groupId(), event.userId()), message);
    }

    /** Posts begin to count all the time, so those of a batch are looked at together, when it ends. */
    private List<Counting> counting(UnitOfWork<?> batch) {
        return batch.getOrComputeResource(COUNTING, key -> {
            List<Counting> posts = new ArrayList<>();
            batch.onPrepareCommit(unit -> record(posts));
            return posts;
        });
    }

    private void record(List<Counting> posts) {
        for (Completed each : courses.showing(posts.stream().map(Counting::post).toList())) {
            record(each, posts.get(each.last()).message());
        }
    }

    private void record(List<Completed> completed, EventMessage<?> cause) {
        completed.forEach(each -> record(each, cause));
    }

    private void record(Completed completed, EventMessage<?> cause) {
        commands.send(
                new RecordCourseCompletion(completed.learnerId(), completed.courseId(), cause.getTimestamp()),
                LearnerState.class,
                cause);
    }

    private record Counting(CountingPost post, EventMessage<?> message) {}
}
