package io.waypost.query.courseoutline;

import io.waypost.api.course.CourseId;
import io.waypost.platform.security.CurrentUser;
import io.waypost.query.platform.AssignedCourses;
import io.waypost.query.platform.Found;
import io.waypost.query.platform.PositionOfViews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds a course with its modules in one statement: it is opened more often than anything else. A module that the course
 * names is shown only if it exists; between its deletion and its leaving the course the two differ for a moment.
 */
@Component
class OneCourse {

    private final JdbcClient jdbc;
    private final String statement;

    OneCourse(JdbcClient jdbc, PositionOfViews positionOfViews) {
        this.jdbc = jdbc;
        this.statement = """
            select c.id, c.title, c.description, c.created_at, c.updated_at, c.version, %s as as_of,
                   (select true from waypost_read.course c where c.id = :course and %s) as assigned,
                   shown.id as module_id, shown.title as module_title, shown.description as module_description,
                   shown.color as module_color
              from waypost_read.course c
                   left join (waypost_read.course_module place join waypost_read.module shown on shown.id = place.module_id)
                     on place.course_id = c.id
             where c.id = :course
             order by place.ordering
            """.formatted(positionOfViews.expression(), AssignedCourses.IS_ASSIGNED);
    }

    /** The course; empty if there is none. */
    Optional<Found<CourseWithModulesAnswer>> find(CourseId id, CurrentUser user) {
        return jdbc.sql(statement)
                .param("course", id.value())
                .param("user", user.id().value())
                .query(OneCourse::read);
    }

    private static Optional<Found<CourseWithModulesAnswer>> read(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        Optional<String> description = Optional.ofNullable(row.getString("description"));
        long version = row.getLong("version");
        boolean assigned = row.getBoolean("assigned");
        long asOf = row.getLong("as_of");
        long id = row.getLong("id");
        String title = row.getString("title");
        OffsetDateTime createdAt = row.getObject("created_at", OffsetDateTime.class);
        OffsetDateTime updatedAt = row.getObject("updated_at", OffsetDateTime.class);
        List<OutlinedModuleAnswer> modules = new ArrayList<>();
        do {
            long moduleId = row.getLong("module_id");
            if (!row.wasNull()) {
                modules.add(new OutlinedModuleAnswer(
                        moduleId,
                        row.getString("module_title"),
                        Optional.ofNullable(row.getString("module_description")),
                        Optional.ofNullable(row.getString("module_color")),
                        modules.size()));
            }
        } while (row.next());
        CourseWithModulesAnswer course = new CourseWithModulesAnswer(
                id,
                title,
                description,
                createdAt.toInstant(),
                updatedAt.toInstant(),
                modules.size(),
                List.copyOf(modules));
        return Optional.of(new Found<>(course, version, assigned, asOf));
    }
}
