package io.waypost.command.learner;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.waypost.api.course.CourseId;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerEvent.CourseAssignedToLearner;
import io.waypost.api.learner.LearnerEvent.CourseUnassignedFromLearner;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.learner.LearnerCommand.AssignCourseToLearner;
import io.waypost.command.learner.LearnerCommand.UnassignCourseFromLearner;
import io.waypost.command.platform.VersionedAggregate;
import io.waypost.command.platform.lookup.CourseLookup;
import io.waypost.command.platform.lookup.UserLookup;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
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
        return apply(new CourseAssignedToLearner(command.learnerId(), command.courseId()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    LearnerState handle(UnassignCourseFromLearner command, UserLookup userLookup) {
        userLookup.require(command.learnerId().userId());
        if (!courses.contains(command.courseId())) {
            throw new RequestRejected(ProblemCode.NOT_FOUND, "The course is not assigned to this user directly");
        }
        return apply(new CourseUnassignedFromLearner(command.learnerId(), command.courseId()));
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

    private LearnerState apply(LearnerEvent event) {
        AggregateLifecycle.apply(event);
        return new LearnerState(id, version());
    }
}
