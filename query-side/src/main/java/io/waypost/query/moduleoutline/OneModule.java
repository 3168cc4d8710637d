package io.waypost.query.moduleoutline;

import io.waypost.api.module.ModuleId;
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

/** Finds a module with its posts, and the courses that it is in, in one statement. */
@Component
class OneModule {

    private final JdbcClient jdbc;
    private final String statement;

    OneModule(JdbcClient jdbc, PositionOfViews positionOfViews) {
        this.jdbc = jdbc;
        // The courses are one value per column: together with the posts they would make a row for each pair.
        this.statement = """
                with containing as materialized (
                  select c.id, c.title, c.created_at,
                         (select count(*)
                            from waypost_read.course_module other join waypost_read.module m on m.id = other.module_id
                           where other.course_id = c.id and other.ordering < place.ordering) as ordering,
                         %s as assigned
                    from waypost_read.course_module place join waypost_read.course c on c.id = place.course_id
                   where place.module_id = :module)
                select m.id, m.title, m.description, m.color, m.created_at, m.updated_at, m.version, %s as as_of,
                       (select bool_or(assigned) from containing) as assigned,
                       array(select id from containing order by created_at, id) as course_ids,
                       array(select title from containing order by created_at, id) as course_titles,
                       array(select ordering from containing order by created_at, id) as course_orderings,
                       p.id as post_id, p.title as post_title, p.description as post_description, p.type as post_type,
                       p.ordering as post_ordering
                  from waypost_read.module m left join waypost_read.post p on p.module_id = m.id
                 where m.id = :module
                 order by p.ordering
                """.formatted(AssignedCourses.IS_ASSIGNED, positionOfViews.expression());
    }

    /** The module; empty if there is none. */
    Optional<Found<ModuleWithPostsAnswer>> find(ModuleId id, CurrentUser user) {
        return jdbc.sql(statement)
                .param("module", id.value())
                .param("user", user.id().value())
                .query(OneModule::read);
    }

    private static Optional<Found<ModuleWithPostsAnswer>> read(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        long id = row.getLong("id");
        String title = row.getString("title");
        Optional<String> description = Optional.ofNullable(row.getString("description"));
        Optional<String> color = Optional.ofNullable(row.getString("color"));
        OffsetDateTime createdAt = row.getObject("created_at", OffsetDateTime.class);
        OffsetDateTime updatedAt = row.getObject("updated_at", OffsetDateTime.class);
        long version = row.getLong("version");
        boolean assigned = row.getBoolean("assigned");
        long asOf = row.getLong("as_of");
        List<ContainingCourseAnswer> courses = courses(row);
        List<OutlinedPostAnswer> posts = posts(row);
        ModuleWithPostsAnswer module = new ModuleWithPostsAnswer(
                id,
                title,
                description,
                color,
                createdAt.toInstant(),
                updatedAt.toInstant(),
                posts.size(),
                posts,
                courses);
        return Optional.of(new Found<>(module, version, assigned, asOf));
    }

    private static List<ContainingCourseAnswer> courses(ResultSet row) throws SQLException {
        Long[] ids = (Long[]) row.getArray("course_ids").getArray();
        String[] titles = (String[]) row.getArray("course_titles").getArray();
        Long[] orderings = (Long[]) row.getArray("course_orderings").getArray();
        List<ContainingCourseAnswer> courses = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            courses.add(new ContainingCourseAnswer(ids[i], titles[i], orderings[i]));
        }
        return List.copyOf(courses);
    }

    private static List<OutlinedPostAnswer> posts(ResultSet row) throws SQLException {
        List<OutlinedPostAnswer> posts = new ArrayList<>();
        do {
            long id = row.getLong("post_id");
            if (!row.wasNull()) {
                posts.add(new OutlinedPostAnswer(
                        id,
                        row.getString("post_title"),
                        Optional.ofNullable(row.getString("post_description")),
                        row.getString("post_type"),
                        row.getInt("post_ordering")));
            }
        } while (row.next());
        return List.copyOf(posts);
    }
}
