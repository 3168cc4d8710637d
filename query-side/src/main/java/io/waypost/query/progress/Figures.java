package io.waypost.query.progress;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How the figures of a user {@code u} and a course {@code c} are read from the tables of the view. */
final class Figures {

    /** All that is kept ready, as columns. */
    static final String COLUMNS = """
            c.id as course_id, c.title as course_title,
            coalesce(cp.completed_posts, 0) as completed_posts, coalesce(t.total_posts, 0) as total_posts,
            case when cp.completed_at is not null then 100
                 when t.total_posts > 0 then 100 * coalesce(cp.completed_posts, 0) / t.total_posts
                 else 0 end as percent,
            cp.completed_at, cp.last_activity_at
            """;

    /** The tables that it is kept in. */
    static final String JOINS = """
            left join waypost_read.course_total t on t.course_id = c.id
            left join waypost_read.course_progress cp on cp.user_id = u.id and cp.course_id = c.id
            """;

    private Figures() {}

    /**
     * Adds to each row what needs a look at the posts that do not count yet: which is the first, and how many are new.
     *
     * @param figures a query with the columns, and {@code user_id}; it should have only rows that are shown
     */
    static String withOpenPosts(String figures) {
        // OFFSET 0 keeps the posts of the course together. Otherwise the planner, which takes open posts for rare,
        // begins with
        // those of all courses.
        return "select s.*, coalesce(o.new_posts, 0) as new_posts, o.next_post_id from (" + figures + """
                ) s left join lateral (
                  select (array_agg(p.post_id order by p.module_ordering, p.ordering))[1] as next_post_id,
                         count(*) filter (where p.came_at > s.completed_at) as new_posts
                    from (select p.post_id, m.ordering as module_ordering, p.ordering,
                                 greatest(m.added_at, p.added_at) as came_at
                            from waypost_read.progress_course_module m
                                 join waypost_read.progress_post p on p.module_id = m.module_id
                           where m.course_id = s.course_id and s.completed_posts < s.total_posts
                          offset 0) p
                         left join waypost_read.learner_post l on l.user_id = s.user_id and l.post_id = p.post_id
                   where l.counts is not true) o on true
                """;
    }

    static CourseProgressAnswer answer(ResultSet row) throws SQLException {
        return new CourseProgressAnswer(
                row.getLong("course_id"),
                row.getString("course_title"),
                row.getInt("completed_posts"),
                row.getInt("total_posts"),
                row.getInt("percent"),
                Cells.time(row, "completed_at"),
                row.getInt("new_posts"),
                Cells.time(row, "last_activity_at"),
                Cells.number(row, "next_post_id"));
    }
}
