package io.waypost.query.progress;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.CurrentUser;
import io.waypost.query.platform.AssignedCourses;
import io.waypost.query.platform.PositionOfViews;
import io.waypost.query.platform.Shown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers how far users are in the courses that are assigned to them. */
@Component
class ProgressQueries {

    private final JdbcClient jdbc;
    private final String statement;

    ProgressQueries(JdbcClient jdbc, PositionOfViews positionOfViews) {
        this.jdbc = jdbc;
        this.statement = "select h.as_of, f.* from (select " + positionOfViews.expression() + " as as_of) h left join ("
                + Figures.withOpenPosts(figures("c.id in (" + AssignedCourses.IDS + ")"))
                + ") f on true order by f.created_at, f.course_id";
    }

    /**
     * The courses of a user, oldest first, for one who asks.
     *
     * @throws RequestRejected if there is no such user, or the one who asks may not see it
     */
    Shown<List<CourseProgressAnswer>> ofUser(UserId id, CurrentUser asking) {
        requireOpen(id, asking);
        return jdbc.sql(statement).param("user", id.value()).query(ProgressQueries::read);
    }

    /**
     * Makes sure that the progress of a user may be seen.
     *
     * @throws RequestRejected if it is somebody else's and not for whoever asks, or there is no such user
     */
    void requireOpen(UserId id, CurrentUser asking) {
        if (!asking.is(SystemRole.MANAGER) && !asking.id().equals(id)) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "You may see only your own progress.");
        }
        if (!asking.id().equals(id) && !exists(id)) {
            throw RequestRejected.notFound("User");
        }
    }

    /** The courses of a user, oldest first. */
    List<CourseProgressAnswer> ofUser(UserId user) {
        return jdbc.sql(statement)
                .param("user", user.value())
                .query(ProgressQueries::read)
                .body();
    }

    /** How far a user is in one course. */
    CourseProgressAnswer ofUser(UserId user, long courseId) {
        return jdbc.sql(Figures.withOpenPosts(figures("c.id = :course")))
                .param("user", user.value())
                .param("course", courseId)
                .query((row, number) -> Figures.answer(row))
                .single();
    }

    /** Whether there is an account of that number. */
    boolean exists(UserId id) {
        return jdbc.sql("select exists (select from waypost_write.account where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private static String figures(String courses) {
        return "select u.id as user_id, c.created_at, " + Figures.COLUMNS + """
                  from (values (:user::bigint)) as u (id)
                        cross join waypost_read.course c
                """ + Figures.JOINS + " where " + courses;
    }

    /** Without a course there is one row, which says the position only. */
    private static Shown<List<CourseProgressAnswer>> read(ResultSet row) throws SQLException {
        List<CourseProgressAnswer> courses = new ArrayList<>();
        long asOf = 0;
        while (row.next()) {
            asOf = row.getLong("as_of");
            if (Cells.number(row, "course_id").isPresent()) {
                courses.add(Figures.answer(row));
            }
        }
        return new Shown<>(List.copyOf(courses), asOf);
    }
}
