package io.waypost.benchmarks;

import java.util.List;

/** What learners look at most. */
final class Screens {

    private Screens() {}

    static List<Screen> of(Learners learners) {
        return List.of(course(learners), group(learners), progress(learners), module(learners));
    }

    private static Screen course(Learners learners) {
        return new Screen(
                "a course with its modules",
                learner -> "/api/courses/" + learners.at(learner).course().id(),
                learner -> "\"ordering\":"
                        + (learners.at(learner).course().modules().size() - 1),
                """
                select c.id, c.title, c.description, c.created_at, c.updated_at, c.version,
                       m.id, m.title, m.description, m.color
                  from waypost_read.course c
                       join waypost_read.course_module cm on cm.course_id = c.id
                       join waypost_read.module m on m.id = cm.module_id
                 where c.id = ?
                 order by cm.ordering""",
                learner -> learners.at(learner).course().id());
    }

    private static Screen group(Learners learners) {
        return new Screen(
                "a group with its members",
                learner -> "/api/groups/" + learners.at(learner).group(),
                learner -> "\"user_id\":" + learners.at(learner).id() + ",",
                """
                select g.id, g.name, g.description, g.created_at, g.updated_at, g.version, creator.username,
                       m.user_id, a.username, a.email, m.role, a.role, m.joined_at, a.avatar_url, a.first_name,
                       a.last_name, a.child_dob, m.updated_at
                  from waypost_read.user_group g
                       join waypost_write.account creator on creator.id = g.created_by
                       join waypost_read.group_member m on m.group_id = g.id
                       join waypost_write.account a on a.id = m.user_id
                 where g.id = ?
                 order by m.joined_version""",
                learner -> learners.at(learner).group());
    }

    private static Screen progress(Learners learners) {
        return new Screen(
                "one's own progress",
                learner -> "/api/me/progress",
                learner -> "\"total_posts\":" + learners.at(learner).course().totalPosts(),
                """
                with assigned as (
                  select d.user_id, d.course_id from waypost_read.user_course d where d.user_id = ?
                   union
                  select gm.user_id, g.course_id
                    from waypost_read.group_member gm join waypost_read.group_course g on g.group_id = gm.group_id
                   where gm.user_id = ?)
                select s.user_id, c.id, c.title, cp.completed_posts, t.total_posts, cp.completed_at,
                       cp.last_activity_at, o.new_posts, o.next_post_id
                  from assigned s
                       join waypost_read.course c on c.id = s.course_id
                       join waypost_read.course_total t on t.course_id = c.id
                       left join waypost_read.course_progress cp on cp.user_id = s.user_id and cp.course_id = c.id
                       left join lateral (
                         select (array_agg(p.post_id order by m.ordering, p.ordering))[1] as next_post_id,
                                count(*) filter (where greatest(m.added_at, p.added_at) > cp.completed_at) as new_posts
                           from waypost_read.progress_course_module m
                                join waypost_read.progress_post p on p.module_id = m.module_id
                                left join waypost_read.learner_post l
                                  on l.user_id = s.user_id and l.post_id = p.post_id
                          where m.course_id = c.id and l.counts is not true) o on true
                 order by c.created_at, c.id""",
                learner -> learners.at(learner).id());
    }

    private static Screen module(Learners learners) {
        return new Screen(
                "a module with its posts",
                learner -> "/api/modules/" + moduleOf(learners, learner).id(),
                learner ->
                        "\"post_count\":" + moduleOf(learners, learner).posts().size() + ",",
                """
                select m.id, m.title, m.description, m.color, m.created_at, m.updated_at, m.version,
                       p.id, p.title, p.description, p.type, p.ordering,
                       array(select row (c.id, c.title,
                                         (select count(*)
                                            from waypost_read.course_module earlier
                                                 join waypost_read.module on module.id = earlier.module_id
                                           where earlier.course_id = c.id and earlier.ordering < place.ordering))
                               from waypost_read.course_module place join waypost_read.course c on c.id = place.course_id
                              where place.module_id = ?
                              order by c.created_at, c.id) as courses
                  from waypost_read.module m join waypost_read.post p on p.module_id = m.id
                 where m.id = ?
                 order by p.ordering""",
                learner -> moduleOf(learners, learner).id());
    }

    private static Course.LearningModule moduleOf(Learners learners, int learner) {
        List<Course.LearningModule> modules = learners.at(learner).course().modules();
        return modules.get(learner % modules.size());
    }
}
