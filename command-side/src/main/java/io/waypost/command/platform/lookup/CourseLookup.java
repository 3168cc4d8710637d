package io.waypost.command.platform.lookup;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseEvent.CourseCreated;
import io.waypost.api.course.CourseEvent.CourseDeleted;
import io.waypost.api.course.CourseEvent.CourseRevised;
import io.waypost.api.course.CourseId;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.platform.ProcessingGroups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which courses exist, and what those show of them to whom they are assigned. */
@Component
@ProcessingGroup(ProcessingGroups.LOOKUPS)
public class CourseLookup {

    private final JdbcClient jdbc;

    CourseLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes sure that a course exists, and that it goes on existing until the transaction ends.
     *
     * @throws RequestRejected if it does not exist
     */
    public void require(CourseId courseId) {
        boolean exists = jdbc.sql("select course_id from waypost_write.course_lookup where course_id = ? for key share")
                .param(courseId.value())
                .query(Long.class)
                .optional()
                .isPresent();
        if (!exists) {
            throw RequestRejected.notFound("Course");
        }
    }

    /** The descriptions of those courses that exist, in the order asked for. */
    public List<Entry> describe(List<CourseId> courseIds) {
        Long[] ids = courseIds.stream().map(CourseId::value).toArray(Long[]::new);
        Map<CourseId, Entry> found = jdbc.sql("""
                        select course_id, title, description, created_at, updated_at, module_count
                          from waypost_write.course_lookup where course_id = any (?)""").param(ids).query((row, number) -> entry(row)).list().stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        return courseIds.stream()
                .map(id -> Optional.ofNullable(found.get(id)))
                .flatMap(Optional::stream)
                .toList();
    }

    @EventHandler
    void on(CourseCreated event, @Timestamp Instant at) {
        jdbc.sql("""
                        insert into waypost_write.course_lookup
                               (course_id, title, description, created_at, updated_at, module_count)
                        values (:id, :title, :description, :at, :at, 0)
                        on conflict do nothing""")
                .param("id", event.courseId().value())
                .param("title", event.title())
                .param("description", event.description().orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(CourseRevised event, @Timestamp Instant at) {
        jdbc.sql("""
                        update waypost_write.course_lookup
                           set title = :title, description = :description, updated_at = :at where course_id = :id""")
                .param("id", event.courseId().value())
                .param("title", event.title())
                .param("description", event.description().orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(CourseEvent.ModulesOrdered event, @Timestamp Instant at) {
        jdbc.sql("update waypost_write.course_lookup set module_count = :count, updated_at = :at where course_id = :id")
                .param("id", event.courseId().value())
                .param("count", event.moduleIds().size())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(CourseDeleted event) {
        jdbc.sql("delete from waypost_write.course_lookup where course_id = ?")
                .param(event.courseId().value())
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new CourseId(row.getLong("course_id")),
                row.getString("title"),
                Optional.ofNullable(row.getString("description")),
                at(row, "created_at"),
                at(row, "updated_at"),
                row.getInt("module_count"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A course as it is listed where it is assigned. */
    @Schema(name = "AssignedCourse")
    public record Entry(
            CourseId id,
            String title,
            Optional<String> description,
            Instant createdAt,
            Instant updatedAt,
            int moduleCount) {}
}
