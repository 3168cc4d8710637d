package io.waypost.query.progress;

import io.waypost.api.course.CourseId;
import io.waypost.api.user.UserId;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a course shows, in order. Titles are those of the other views, read in the same snapshot: what they do not
 * have yet, or no more, is not shown.
 */
@Component
class CoursePosts {

    private final JdbcClient jdbc;

    CoursePosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A module of a course. */
    record CourseModule(long id, String title) {}

    /** The modules of a course. */
    List<CourseModule> modules(CourseId course) {
        return jdbc.sql("""
                        select m.id, m.title
                          from waypost_read.progress_course_module c join waypost_read.module m on m.id = c.module_id
                         where c.course_id = ?
                         order by c.ordering
                        """)
                .param(course.value())
                .query((row, number) -> new CourseModule(row.getLong("id"), row.getString("title")))
                .list();
    }

    /** The posts of a course, with what a user has done with them. */
    List<CoursePost> posts(CourseId course, UserId user) {
        return jdbc.sql("""
                        select c.module_id, o.id as post_id, o.title, o.type, greatest(c.added_at, p.added_at) as came_at,
                               cast(:user as bigint) as user_id, l.completed_at, l.via, l.waived_at, l.waived_by,
                               l.last_activity_at, l.watched_percent, l.best_score_percent,
                               coalesce(l.attempts, 0) as attempts, l.decided_type, l.decided_event_id, l.decided_at
                          from waypost_read.progress_course_module c
                               join waypost_read.progress_post p on p.module_id = c.module_id
                               join waypost_read.post o on o.id = p.post_id
                               left join waypost_read.learner_post l on l.user_id = :user and l.post_id = p.post_id
                         where c.course_id = :course
                         order by c.ordering, p.ordering
                        """)
                .param("user", user.value())
                .param("course", course.value())
                .query((row, number) -> new CoursePost(
                        row.getLong("module_id"),
                        row.getLong("post_id"),
                        row.getString("title"),
                        row.getString("type"),
                        row.getObject("came_at", OffsetDateTime.class).toInstant(),
                        LearnerPosts.post(row)))
                .list();
    }
}
