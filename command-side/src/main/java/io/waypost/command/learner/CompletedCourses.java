package io.waypost.command.learner;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostId;
import io.waypost.api.user.UserId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds assigned courses of which every post counts for a user, and of which that is not on record yet: each time among those
 * that something touched, with one question, however many users that are.
 */
@Component
class CompletedCourses {

    private final JdbcClient jdbc;

    CompletedCourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Among the courses that show posts which have begun to count for users, each for that user. The offset keeps the planner
     * from looking at the courses of everybody. To select the arrays hides their lengths from it, with which it would take any
     * plan that it keeps for worse than a new one, and plan for longer than it then looks.
     */
    List<Completed> showing(List<CountingPost> posts) {
        return among(
                """
                select counting.user_id, assigned.course_id, max(counting.place) as place
                  from unnest((select :users::bigint[]), (select :posts::bigint[]))
                         with ordinality as counting (user_id, post_id, place)
                       cross join lateral (
                         select each.course_id
                           from waypost_write.assigned_course as each
                          where each.user_id = counting.user_id
                            and each.course_id in (select member.course_id
                                                     from waypost_write.post_lookup
                                                          join waypost_write.course_module_lookup as member
                                                            using (module_id)
                                                    where post_id = counting.post_id)
                         offset 0) as assigned
                 group by counting.user_id, assigned.course_id""",
                Map.of(
                        "users",
                        posts.stream()
                                .mapToLong(post -> post.learnerId().value())
                                .toArray(),
                        "posts",
                        posts.stream().mapToLong(post -> post.postId().value()).toArray()));
    }

    /** Among the courses that show a module, whoever they are assigned to. */
    List<Completed> showing(ModuleId moduleId) {
        return amongAssigned("""
                assigned.course_id in (select course_id from waypost_write.course_module_lookup
                                        where module_id = :module)""", Map.of("module", moduleId.value()));
    }

    /** For whomever a course is assigned to. */
    List<Completed> of(CourseId courseId) {
        return amongAssigned("assigned.course_id = :course", Map.of("course", courseId.value()));
    }

    /** Whether it is so for one user. */
    List<Completed> of(CourseId courseId, UserId userId) {
        return amongAssigned(
                "assigned.course_id = :course and assigned.user_id = :user",
                Map.of("course", courseId.value(), "user", userId.value()));
    }

    /** For the members of a group that a course is assigned to. */
    List<Completed> of(CourseId courseId, GroupId groupId) {
        return amongAssigned("""
                assigned.course_id = :course
                and assigned.user_id in (select user_id from waypost_write.group_member_lookup
                                          where group_id = :group)""", Map.of("course", courseId.value(), "group", groupId.value()));
    }

    /** Among the courses that a group gives a member. */
    List<Completed> of(GroupId groupId, UserId userId) {
        return amongAssigned("""
                assigned.user_id = :user
                and assigned.course_id in (select course_id from waypost_write.group_course_lookup
                                            where group_id = :group)""", Map.of("user", userId.value(), "group", groupId.value()));
    }

    private List<Completed> amongAssigned(String condition, Map<String, Long> parameters) {
        return among("""
                select distinct user_id, course_id, 1 as place
                  from waypost_write.assigned_course as assigned
                 where\s""" + condition, parameters);
    }

    /** The offset keeps the planner from comparing all users with all posts: the first post that is open settles it. */
    private List<Completed> among(String touched, Map<String, ?> parameters) {
        return jdbc.sql("""
                        with touched as materialized (
                          %s)
                        select user_id, course_id, place
                          from touched
                               join waypost_write.course_lookup using (course_id)
                         where not exists (select 1
                                             from waypost_write.learner_course_completion_lookup as recorded
                                            where recorded.user_id = touched.user_id
                                              and recorded.course_id = touched.course_id)
                           and exists (select 1
                                         from waypost_write.course_module_lookup as member
                                              join waypost_write.post_lookup using (module_id)
                                        where member.course_id = touched.course_id)
                           and not exists (select 1
                                             from waypost_write.course_module_lookup as member
                                                  join waypost_write.post_lookup as post using (module_id)
                                            where member.course_id = touched.course_id
                                              and not exists (select 1
                                                                from waypost_write.learner_post_lookup as counting
                                                               where counting.user_id = touched.user_id
                                                                 and counting.post_id = post.post_id)
                                           offset 0)
                         order by user_id, course_id""".formatted(touched))
                .params(parameters)
                .query((row, number) -> new Completed(
                        new LearnerId(row.getLong("user_id")),
                        new CourseId(row.getLong("course_id")),
                        row.getInt("place") - 1))
                .list();
    }

    /** A post that has begun to count for somebody. */
    record CountingPost(LearnerId learnerId, PostId postId) {}

    /**
     * Somebody, and a course of which every post counts for them.
     *
     * @param last the index of the last of the posts asked about that the course shows; 0 if it was no posts that were asked
     *     about
     */
    record Completed(LearnerId learnerId, CourseId courseId, int last) {}
}
