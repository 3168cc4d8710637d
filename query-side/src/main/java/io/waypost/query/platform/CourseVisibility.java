package io.waypost.query.platform;

import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.CurrentUser;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who sees which courses, and through them which modules and posts. What no rule here allows is denied. */
@Component
public class CourseVisibility {

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
        return user.is(SystemRole.MANAGER) || assignedCourses(user).contains(courseId);
    }

    /** Whether the user may open a module, and its posts, that is in these courses. */
    public boolean opensModuleIn(CurrentUser user, Set<Long> courseIds) {
        return user.is(SystemRole.MANAGER) || assignedCourses(user).stream().anyMatch(courseIds::contains);
    }

    /** Whether the user sees which answers of a quiz are right. */
    public boolean seesQuizAnswers(CurrentUser user) {
        return user.is(SystemRole.MANAGER);
    }

    /** The courses that are assigned to the user. Nothing assigns courses yet, so there are none. */
    public Set<Long> assignedCourses(CurrentUser user) {
        return Set.of();
    }
}
