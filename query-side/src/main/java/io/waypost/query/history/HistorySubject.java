package io.waypost.query.history;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.ModuleId;
import io.waypost.api.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Whose history is read.
 *
 * @param kind what it is, for people
 * @param aggregates the aggregates whose events belong to it; it exists, or did, if the first of them has any
 * @param member the user whose memberships in groups belong to it as well
 */
record HistorySubject(String kind, List<String> aggregates, Optional<UserId> member) {

    static HistorySubject of(CourseId course) {
        return new HistorySubject("Course", List.of(course.toString()), Optional.empty());
    }

    static HistorySubject of(ModuleId module) {
        return new HistorySubject("Module", List.of(module.toString()), Optional.empty());
    }

    static HistorySubject of(GroupId group) {
        return new HistorySubject("Group", List.of(group.toString()), Optional.empty());
    }

    static HistorySubject of(UserId user) {
        return new HistorySubject(
                "User", List.of(user.toString(), LearnerId.of(user).toString()), Optional.of(user));
    }

    /** The aggregate that the thing is. */
    String own() {
        return aggregates.getFirst();
    }
}
