package io.waypost.command.learner;

import io.waypost.api.course.CourseId;
import io.waypost.api.learner.LearnerId;
import io.waypost.command.platform.Subject;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a learner. Each answers with the {@link LearnerState} afterwards. */
@Subject("User")
sealed interface LearnerCommand {

    /** The learner that is asked. */
    LearnerId learnerId();

    /** Assigns a course to a user directly, whatever groups give. */
    record AssignCourseToLearner(@TargetAggregateIdentifier LearnerId learnerId, CourseId courseId)
            implements LearnerCommand {}

    /** Takes a course away that was assigned directly; groups may still give it. */
    record UnassignCourseFromLearner(
            @TargetAggregateIdentifier LearnerId learnerId, CourseId courseId) implements LearnerCommand {}
}
