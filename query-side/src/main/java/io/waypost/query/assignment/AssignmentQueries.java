package io.waypost.query.assignment;

import io.waypost.api.group.GroupId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.CurrentUser;
import io.waypost.query.platform.GroupVisibility;
import io.waypost.query.platform.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers which courses are assigned. A course counts only if it exists: between the deletion of a course and its leaving
 * the groups and users the two differ for a moment.
 */
@Component
class AssignmentQueries {

    private static final String COURSE = """
            c.id, c.title, c.description, c.created_at, c.updated_at,
            (select count(*)
               from waypost_read.course_module cm join waypost_read.module m on m.id = cm.module_id
              where cm.course_id = c.id) as module_count
            """;

    private final JdbcClient jdbc;
    private final GroupVisibility visibility;

    AssignmentQueries(JdbcClient jdbc, GroupVisibility visibility) {
        this.jdbc = jdbc;
        this.visibility = visibility;
    }

    /**
     * The courses of a group in its order, with the version of the group.
     *
     * @throws RequestRejected if there is no such group, or the user may not open it
     */
    Versioned<List<GroupCourseAnswer>> ofGroup(GroupId id, CurrentUser user) {
        long version = visibility.open(id, user);
        List<GroupCourseAnswer> courses = jdbc.sql("select " + COURSE + """
                          from waypost_read.group_course g join waypost_read.course c on c.id = g.course_id
                         where g.group_id = ?
                         order by g.ordering
                        """)
                .param(id.value())
                .query((row, number) -> new GroupCourseAnswer(
                        row.getLong("id"),
                        row.getString("title"),
                        Optional.ofNullable(row.getString("description")),
                        time(row, "created_at"),
                        time(row, "updated_at"),
                        row.getLong("module_count")))
                .list();
        return new Versioned<>(courses, version);
    }

    /**
     * The courses of a user, oldest first, for one who asks.
     *
     * @throws RequestRejected if there is no such user, or the one who asks may not see it
     */
    List<UserCourseAnswer> ofUser(UserId id, CurrentUser asking) {
        if (!asking.is(SystemRole.MANAGER) && !asking.id().equals(id)) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "You may see only your own courses.");
        }
        if (!exists(id)) {
            throw RequestRejected.notFound("User");
        }
        return ofUser(id);
    }

    /** The courses of a user, oldest first. */
    List<UserCourseAnswer> ofUser(UserId id) {
        return jdbc.sql("select " + COURSE + """
                             , a.direct, a.group_ids
                          from (select s.course_id, bool_or(s.direct) as direct,
                                       array_agg(s.group_id order by s.group_id)
                                         filter (where not s.direct) as group_ids
                                  from (select true as direct, d.course_id, 0 as group_id
                                          from waypost_read.user_course d
                                         where d.user_id = :user
                                        union all
                                        select false, g.course_id, g.group_id
                                          from waypost_read.group_member m
                                               join waypost_read.group_course g on g.group_id = m.group_id
                                         where m.user_id = :user) s
                                 group by s.course_id) a
                               join waypost_read.course c on c.id = a.course_id
                         order by c.created_at, c.id
                        """)
                .param("user", id.value())
                .query((row, number) -> new UserCourseAnswer(
                        row.getLong("id"),
                        row.getString("title"),
                        Optional.ofNullable(row.getString("description")),
                        time(row, "created_at"),
                        time(row, "updated_at"),
                        row.getLong("module_count"),
                        sources(row)))
                .list();
    }

    private boolean exists(UserId id) {
        return jdbc.sql("select exists (select from waypost_write.account where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private static List<CourseSource> sources(ResultSet row) throws SQLException {
        List<CourseSource> sources = new ArrayList<>();
        if (row.getBoolean("direct")) {
            sources.add(new CourseSource.Direct());
        }
        if (row.getArray("group_ids") != null) {
            for (Object groupId : (Object[]) row.getArray("group_ids").getArray()) {
                sources.add(new CourseSource.Group((Long) groupId));
            }
        }
        return sources;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
