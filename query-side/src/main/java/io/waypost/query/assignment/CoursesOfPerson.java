package io.waypost.query.assignment;

import io.waypost.api.user.UserId;
import io.waypost.query.platform.PersonalData;
import java.util.List;
import org.springframework.stereotype.Component;

/** The courses that are assigned to a person, for the export of personal data. */
@Component
class CoursesOfPerson implements PersonalData {

    private final AssignmentQueries assignments;

    CoursesOfPerson(AssignmentQueries assignments) {
        this.assignments = assignments;
    }

    /** An assignment as the export tells it. */
    record HeldCourse(long courseId, String title, List<CourseSource> sources) {}

    @Override
    public String section() {
        return "courses";
    }

    @Override
    public Object of(UserId user) {
        return assignments.ofUser(user).stream()
                .map(course -> new HeldCourse(course.id(), course.title(), course.sources()))
                .toList();
    }
}
