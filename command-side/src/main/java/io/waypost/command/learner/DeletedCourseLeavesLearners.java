package io.waypost.command.learner;

import io.waypost.api.course.CourseEvent.CourseDeleted;
import io.waypost.api.learner.LearnerId;
import io.waypost.command.learner.LearnerCommand.UnassignCourseFromLearner;
import io.waypost.command.platform.PolicyCommands;
import io.waypost.command.platform.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Policy: a course that is deleted leaves every learner that it is assigned to directly. */
@Component
@ProcessingGroup(ProcessingGroups.DELETED_COURSE_LEAVES_LEARNERS)
class DeletedCourseLeavesLearners {

    private final LearnerCourseLookup assignments;
    private final PolicyCommands commands;

    DeletedCourseLeavesLearners(LearnerCourseLookup assignments, PolicyCommands commands) {
        this.assignments = assignments;
        this.commands = commands;
    }

    @EventHandler
    void on(CourseDeleted event, EventMessage<?> message) {
        for (LearnerId learnerId : assignments.learnersWith(event.courseId())) {
            commands.send(new UnassignCourseFromLearner(learnerId, event.courseId()), LearnerState.class, message);
        }
    }
}
