package io.waypost.api.learner;

import io.waypost.api.course.CourseId;
import org.axonframework.serialization.Revision;

/** What can happen to a user as a learner. */
public sealed interface LearnerEvent {

    /** The learner that it happened to. */
    LearnerId learnerId();

    /** A course was assigned to the learner directly, whatever groups give. */
    @Revision("1")
    record CourseAssignedToLearner(LearnerId learnerId, CourseId courseId) implements LearnerEvent {}

    /** A course is no longer assigned to the learner directly; groups may still give it. */
    @Revision("1")
    record CourseUnassignedFromLearner(LearnerId learnerId, CourseId courseId) implements LearnerEvent {}
}
