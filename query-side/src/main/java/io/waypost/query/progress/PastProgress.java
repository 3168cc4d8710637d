package io.waypost.query.progress;

import io.waypost.api.learner.LearnerId;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import io.waypost.query.platform.PastEvents;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells how far users were in their courses, from the events. */
@Component
class PastProgress {

    private final PastEvents events;

    PastProgress(PastEvents events) {
        this.events = events;
    }

    /**
     * How far a user was at a position in each course that was assigned then, in the order of the courses' age.
     *
     * @throws RequestRejected if there was no such user then
     */
    List<CourseProgressAnswer> at(UserId user, long position) {
        PastLearning past = new PastLearning(user);
        List<String> aggregates = new ArrayList<>(events.groupsOfMember(user, position));
        aggregates.add(user.toString());
        aggregates.add(LearnerId.of(user).toString());
        past.fold(events.of(aggregates, position));
        if (!past.userExists()) {
            throw RequestRejected.notFound("User");
        }
        past.fold(events.of(past.assignedCourses(), position));
        past.fold(events.of(past.modulesOfCourses(), position));
        return past.answers();
    }
}
