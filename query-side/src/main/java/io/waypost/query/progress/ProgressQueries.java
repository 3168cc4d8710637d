package io.waypost.query.progress;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.CurrentUser;
import io.waypost.query.platform.AssignedCourses;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers how far users are in the courses that are assigned to them. */
@Component
class ProgressQueries {

    private final JdbcClient jdbc;
    private final AssignedCourses assigned;

    ProgressQueries(JdbcClient jdbc, AssignedCourses assigned) {
        this.jdbc = jdbc;
        this.assigned = assigned;
    }

    /**
     * The courses of a user, oldest first, for one who asks.
     *
     * @throws RequestRejected if there is no such user, or the one who asks may not see it
     */
    List<CourseProgressAnswer> ofUser(UserId id, CurrentUser asking) {
        if (!asking.is(SystemRole.MANAGER) && !asking.id().equals(id)) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "You may see only your own progress.");
        }
        if (!exists(id)) {
            throw RequestRejected.notFound("User");
        }
        return ofUser(id);
    }

    /** The courses of a user, oldest first. */
    List<CourseProgressAnswer> ofUser(UserId user) {
        return ofUser(user, assigned.of(user));
    }

    /** How far a user is in one course. */
    CourseProgressAnswer ofUser(UserId user, long courseId) {
        return ofUser(user, Set.of(courseId)).getFirst();
    }

    /** Whether there is an account of that number. */
    boolean exists(UserId id) {
        return jdbc.sql("select exists (select from waypost_write.account where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private List<CourseProgressAnswer> ofUser(UserId user, Set<Long> courses) {
        String figures = "select u.id as user_id, c.created_at, " + Figures.COLUMNS + """
                  from (values (?::bigint)) as u (id)
                        cross join waypost_read.course c
                """ + Figures.JOINS
                + " where c.id = any (?)";
        return jdbc.sql(Figures.withOpenPosts(figures) + " order by s.created_at, s.course_id")
                .param(user.value())
                .param(courses.stream().mapToLong(Long::longValue).toArray())
                .query((row, number) -> Figures.answer(row))
                .list();
    }
}
