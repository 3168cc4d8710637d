package io.waypost.query.platform;

import io.waypost.api.user.UserId;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The courses that are assigned to a user: those of the user's groups and those that are assigned directly, together. A
 * course that is deleted is none, even before it leaves the groups.
 */
@Component
public class AssignedCourses {

    /** Whether a course {@code c} is assigned to the user {@code :user}, as a condition. */
    public static final String IS_ASSIGNED = """
            (exists (select
                       from waypost_read.user_course d
                      where d.user_id = :user and d.course_id = c.id)
             or exists (select
                          from waypost_read.group_member m
                               join waypost_read.group_course g on g.group_id = m.group_id
                         where m.user_id = :user and g.course_id = c.id))""";

    /** The ids of the courses that are assigned to the user {@code :user}, as a query; some may be deleted. */
    public static final String IDS = """
            select d.course_id from waypost_read.user_course d where d.user_id = :user
             union
            select g.course_id
              from waypost_read.group_member m
                   join waypost_read.group_course g on g.group_id = m.group_id
             where m.user_id = :user""";

    private final JdbcClient jdbc;

    AssignedCourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them. */
    public Set<Long> of(UserId user) {
        return jdbc.sql("select c.id from waypost_read.course c where c.id in (" + IDS + ")")
                .param("user", user.value())
                .query((row, number) -> row.getLong(1))
                .set();
    }

    /** Whether one of these courses is among them. */
    public boolean includeAny(UserId user, Set<Long> courseIds) {
        return jdbc.sql("select exists (select from waypost_read.course c where c.id = any (:courses) and "
                        + IS_ASSIGNED + ")")
                .param("user", user.value())
                .param("courses", courseIds.stream().mapToLong(Long::longValue).toArray())
                .query(Boolean.class)
                .single();
    }
}
