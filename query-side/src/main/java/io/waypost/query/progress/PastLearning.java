package io.waypost.query.progress;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupId;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import io.waypost.query.platform.ViewEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one user had learned in which courses, folded from events: those of the user, the learner, the groups, the courses
 * and the modules. Events of one aggregate come in their order; how the aggregates follow each other does not matter.
 */
final class PastLearning {

    private final UserId user;
    private final PastCompletions completions = new PastCompletions();
    private final Set<CourseId> direct = new LinkedHashSet<>();
    private final Map<GroupId, PastMembership> groups = new LinkedHashMap<>();
    private final Map<CourseId, PastCourse> courses = new LinkedHashMap<>();
    private final Map<ModuleId, PastPosts> modules = new LinkedHashMap<>();
    private boolean userExists;

    PastLearning(UserId user) {
        this.user = user;
    }

    /** Adds what happened; what has nothing to do with the user changes nothing. */
    void fold(List<ViewEvent> happened) {
        for (ViewEvent next : happened) {
            switch (next.payload()) {
                case UserEvent event -> fold(event);
                case LearnerEvent event -> fold(event, next);
                case GroupEvent event ->
                    groups.computeIfAbsent(event.groupId(), id -> new PastMembership(user))
                            .fold(event);
                case CourseEvent event ->
                    courses.computeIfAbsent(event.courseId(), PastCourse::new).fold(event, next);
                case ModuleEvent event ->
                    modules.computeIfAbsent(event.moduleId(), id -> new PastPosts())
                            .fold(event, next);
                default -> {}
            }
        }
    }

    private void fold(UserEvent event) {
        if (event.userId().equals(user)) {
            userExists = !(event instanceof UserEvent.UserErased);
        }
    }

    private void fold(LearnerEvent event, ViewEvent happened) {
        if (!event.learnerId().equals(LearnerId.of(user))) {
            return;
        }
        switch (event) {
            case LearnerEvent.CourseAssignedToLearner assigned -> direct.add(assigned.courseId());
            case LearnerEvent.CourseUnassignedFromLearner unassigned -> direct.remove(unassigned.courseId());
            case LearnerEvent.CourseCompleted completed -> completions.fold(completed);
            case LearnerEvent.PostProgressed progressed -> completions.fold(progressed, happened.at());
        }
    }

    /** Whether there was such a user. */
    boolean userExists() {
        return userExists;
    }

    /** The courses, as {@code course-42}, that were assigned to the user; some of them may have been deleted. */
    Set<String> assignedCourses() {
        return texts(assigned());
    }

    /** The modules, as {@code module-7}, of those of the assigned courses whose events are folded in. */
    Set<String> modulesOfCourses() {
        Set<ModuleId> ids = new LinkedHashSet<>();
        assignedAndThere().forEach(course -> ids.addAll(course.modules()));
        return texts(ids);
    }

    /** How far the user was in each assigned course, the oldest course first. */
    List<CourseProgressAnswer> answers() {
        return assignedAndThere()
                .sorted(Comparator.comparing(PastCourse::createdAt)
                        .thenComparingLong(course -> course.id().value()))
                .map(course -> course.progress(completions, modules))
                .toList();
    }

    private Set<CourseId> assigned() {
        Set<CourseId> assigned = new LinkedHashSet<>(direct);
        groups.values().forEach(group -> assigned.addAll(group.courses()));
        return assigned;
    }

    private Stream<PastCourse> assignedAndThere() {
        return assigned().stream()
                .map(id -> Optional.ofNullable(courses.get(id)))
                .flatMap(Optional::stream)
                .filter(PastCourse::exists);
    }

    private static Set<String> texts(Collection<?> ids) {
        Set<String> texts = new LinkedHashSet<>();
        ids.forEach(id -> texts.add(id.toString()));
        return texts;
    }
}
