package io.waypost.query.courseoutline;

import io.waypost.api.course.CourseId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.platform.security.CurrentUser;
import io.waypost.query.platform.CourseVisibility;
import io.waypost.query.platform.Found;
import io.waypost.query.platform.Shown;
import io.waypost.query.platform.Versioned;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers what a user may see of courses. */
@Component
class CourseQueries {

    private final CourseRepository courses;
    private final OneCourse one;
    private final PastCourses past;
    private final CourseVisibility visibility;

    CourseQueries(CourseRepository courses, OneCourse one, PastCourses past, CourseVisibility visibility) {
        this.courses = courses;
        this.one = one;
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
    Shown<Versioned<CourseWithModulesAnswer>> one(CourseId id, CurrentUser user) {
        Found<CourseWithModulesAnswer> found = one.find(id, user).orElseThrow(() -> RequestRejected.notFound("Course"));
        if (!visibility.opens(user, found.granted())) {
            throw notAssigned();
        }
        return found.shown();
    }

    /**
     * One course as it was at a position. Who may see that is decided by the rights of now.
     *
     * @throws RequestRejected if there was none, or the user may not open it
     */
    CourseWithModulesAnswer past(CourseId id, CurrentUser user, long position) {
        CourseWithModulesAnswer course = past.find(id, position).orElseThrow(() -> RequestRejected.notFound("Course"));
        if (!visibility.opensCourse(user, course.id())) {
            throw notAssigned();
        }
        return course;
    }

    private static RequestRejected notAssigned() {
        return new RequestRejected(ProblemCode.FORBIDDEN, "This course is not assigned to you.");
    }
}
