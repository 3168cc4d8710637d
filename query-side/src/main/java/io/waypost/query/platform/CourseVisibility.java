package io.waypost.query.platform;

import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.CurrentUser;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who sees which courses, and through them which modules and posts. What no rule here allows is denied. */
@Component
public class CourseVisibility {

    private final AssignedCourses assigned;

    CourseVisibility(AssignedCourses assigned) {
        this.assigned = assigned;
    }

    /** Whether the list of courses shows the user all there are. */
    public boolean listsAllCourses(CurrentUser user) {
        return user.is(SystemRole.ADMIN);
    }

    /** Whether the list of modules shows the user all there are. */
    public boolean listsAllModules(CurrentUser user) {
        return user.is(SystemRole.MANAGER);
    }

    /** Whether the user may open this course. */
    public boolean opensCourse(CurrentUser user, long courseId) {
        return user.is(SystemRole.MANAGER) || assigned.includeAny(user.id(), Set.of(courseId));
    }

    /** Whether the user may open a course, or what is in it, of which it is known whether it is assigned to them. */
    public boolean opens(CurrentUser user, boolean isAssigned) {
        return user.is(SystemRole.MANAGER) || isAssigned;
    }

    /** Whether the user may open a module, and its posts, that is in these courses. */
    public boolean opensModuleIn(CurrentUser user, Set<Long> courseIds) {
        return user.is(SystemRole.MANAGER) || assigned.includeAny(user.id(), courseIds);
    }

    /** Whether the user sees which answers of a quiz are right. */
    public boolean seesQuizAnswers(CurrentUser user) {
        return user.is(SystemRole.MANAGER);
    }

    /** The courses that are assigned to the user, through groups and directly. */
    public Set<Long> assignedCourses(CurrentUser user) {
        return assigned.of(user.id());
    }
}
