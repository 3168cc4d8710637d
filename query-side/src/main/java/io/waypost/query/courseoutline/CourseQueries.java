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
    private final PastCourses past;
    private final CourseVisibility visibility;

    CourseQueries(CourseRepository courses, PastCourses past, CourseVisibility visibility) {
        this.courses = courses;
        this.past = past;
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
        requireAccess(user, course.id());
        return new Versioned<>(CourseWithModulesAnswer.of(course, modules(course)), course.version());
    }

    /**
     * One course as it was at a position. Who may see that is decided by the rights of now.
     *
     * @throws RequestRejected if there was none, or the user may not open it
     */
    CourseWithModulesAnswer past(CourseId id, CurrentUser user, long position) {
        CourseWithModulesAnswer course = past.find(id, position).orElseThrow(() -> RequestRejected.notFound("Course"));
        requireAccess(user, course.id());
        return course;
    }

    private void requireAccess(CurrentUser user, long courseId) {
        if (!visibility.opensCourse(user, courseId)) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "This course is not assigned to you.");
        }
    }

    private List<OutlinedModuleAnswer> modules(CourseRow course) {
        List<ShownModuleRow> shown = courses.findModules(course.id());
        return IntStream.range(0, shown.size())
                .mapToObj(i -> OutlinedModuleAnswer.of(shown.get(i), i))
                .toList();
    }
}
