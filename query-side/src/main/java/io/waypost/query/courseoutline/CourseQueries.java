package io.waypost.query.courseoutline;

import io.waypost.api.course.CourseId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.platform.security.CurrentUser;
import io.waypost.query.platform.CourseVisibility;
import io.waypost.query.platform.Versioned;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Answers what a user may see of courses. */
@Component
class CourseQueries {

    private final CourseRepository courses;
    private final CourseVisibility visibility;

    CourseQueries(CourseRepository courses, CourseVisibility visibility) {
        this.courses = courses;
        this.visibility = visibility;
    }

    /** The courses that the user's list shows, oldest first. */
    List<CourseAnswer> list(CurrentUser user) {
        List<CountedCourse> shown = visibility.listsAllCourses(user)
                ? courses.findAllCounted()
                : courses.findCounted(visibility.assignedCourses(user));
        return shown.stream().map(CourseAnswer::of).toList();
    }

    /**
     * One course.
     *
     * @throws RequestRejected if there is none, or the user may not open it
     */
    Versioned<CourseWithModulesAnswer> one(CourseId id, CurrentUser user) {
        CourseRow course = courses.findById(id.value()).orElseThrow(() -> RequestRejected.notFound("Course"));
        if (!visibility.opensCourse(user, course.id())) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "This course is not assigned to you.");
        }
        return new Versioned<>(CourseWithModulesAnswer.of(course, modules(course)), course.version());
    }

    private List<OutlinedModuleAnswer> modules(CourseRow course) {
        List<ShownModuleRow> shown = courses.findModules(course.id());
        return IntStream.range(0, shown.size())
                .mapToObj(i -> OutlinedModuleAnswer.of(shown.get(i), i))
                .toList();
    }
}
