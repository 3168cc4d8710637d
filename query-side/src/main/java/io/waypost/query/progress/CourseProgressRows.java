package io.waypost.query.progress;

import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import java.util.List;
import java.util.Set;

/**
 * How far users are in courses. A row is there if the course shows a post that the user did something with, or if the
 * user has completed the course.
 *
 * @param target where the tables are
 */
record CourseProgressRows(ReadSchema target) {

    /** Notes that courses were completed. That is said once; if it is said again, the first time stands. */
    void complete(List<CourseCompletion> completions) {
        if (completions.isEmpty()) {
            return;
        }
        Columns<CourseCompletion> columns = new Columns<>(completions);
        target.sql("""
                        insert into schema.course_progress as c (user_id, course_id, completed_posts, completed_at)
                        select u.user_id, u.course_id, 0, u.completed_at
                          from unnest(?::bigint[], ?::bigint[], ?::timestamptz[]) as u (user_id, course_id, completed_at)
                        on conflict (user_id, course_id) do update
                           set completed_at = coalesce(c.completed_at, excluded.completed_at)
                        """)
                .param(columns.longs(CourseCompletion::userId))
                .param(columns.longs(CourseCompletion::courseId))
                .param(columns.times(CourseCompletion::at))
                .update();
    }

    /** Adds what users did with posts to every course that shows them. */
    void add(List<LearnerPostStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        Columns<LearnerPostStep> columns = new Columns<>(steps);
        target.sql("""
                        insert into schema.course_progress as c (user_id, course_id, completed_posts, last_activity_at)
                        select u.user_id, m.course_id, sum(u.more),
                               timestamptz 'epoch' + max(u.last_activity) * interval '1 microsecond'
                          from unnest(?::bigint[], ?::bigint[], ?::integer[], ?::bigint[])
                               as u (user_id, post_id, more, last_activity)
                               join schema.progress_post p on p.post_id = u.post_id
                               join schema.progress_course_module m on m.module_id = p.module_id
                         group by u.user_id, m.course_id
                        on conflict (user_id, course_id) do update
                           set completed_posts = c.completed_posts + excluded.completed_posts,
                               last_activity_at = greatest(c.last_activity_at, excluded.last_activity_at)
                        """)
                .param(columns.longs(step -> step.after().key().userId()))
                .param(columns.longs(step -> step.after().key().postId()))
                .param(columns.ints(LearnerPostStep::moreCompleted))
                .param(columns.optionalMicros(step -> step.after().lastActivityAt()))
                .update();
    }

    /** Counts anew for those users who did something with a post that came into a course or left it. */
    void recount(Set<ShownPost> moved) {
        if (moved.isEmpty()) {
            return;
        }
        Columns<ShownPost> columns = new Columns<>(List.copyOf(moved));
        target.sql("""
                        with pair as (
                          select distinct l.user_id, s.course_id
                            from unnest(?::bigint[], ?::bigint[]) as s (course_id, post_id)
                                 join schema.learner_post l on l.post_id = s.post_id),
                        figures as materialized (
                          select pair.user_id, pair.course_id, f.touched, f.completed, f.last_activity_at
                            from pair cross join lateral (
                                 select count(*) as touched, count(*) filter (where l.counts) as completed,
                                        max(l.last_activity_at) as last_activity_at
                                   from schema.progress_course_module m
                                        join schema.progress_post p on p.module_id = m.module_id
                                        join schema.learner_post l
                                          on l.user_id = pair.user_id and l.post_id = p.post_id
                                  where m.course_id = pair.course_id) f),
                        untouched as (
                          delete from schema.course_progress c
                           using figures f
                           where c.user_id = f.user_id and c.course_id = f.course_id
                             and f.touched = 0 and c.completed_at is null)
                        insert into schema.course_progress as c (user_id, course_id, completed_posts, last_activity_at)
                        select f.user_id, f.course_id, f.completed, f.last_activity_at
                          from figures f
                         where f.touched > 0
                            or exists (select
                                         from schema.course_progress x
                                        where x.user_id = f.user_id and x.course_id = f.course_id
                                          and x.completed_at is not null)
                        on conflict (user_id, course_id) do update
                           set completed_posts = excluded.completed_posts,
                               last_activity_at = excluded.last_activity_at
                        """)
                .param(columns.longs(ShownPost::courseId))
                .param(columns.longs(ShownPost::postId))
                .update();
    }
}
