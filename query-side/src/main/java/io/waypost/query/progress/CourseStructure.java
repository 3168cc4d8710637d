package io.waypost.query.progress;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostId;
import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import io.waypost.query.platform.ViewEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which posts the courses show.
 *
 * @param target where the tables are
 */
record CourseStructure(ReadSchema target) {

    /**
     * Folds what happened to courses and modules.
     *
     * @return the posts that came into a course or left it
     */
    Set<ShownPost> fold(List<ViewEvent> events) {
        OrderedChildren modules = modules(events);
        OrderedChildren posts = posts(events);
        Set<Link> movedModules = modules.moved();
        Set<Link> movedPosts = posts.moved();
        Set<ShownPost> moved = new LinkedHashSet<>(shown(movedModules, movedPosts));
        modules.write(target);
        posts.write(target);
        moved.addAll(shown(movedModules, movedPosts));
        countPosts(moved.stream().mapToLong(ShownPost::courseId).distinct().toArray());
        return moved;
    }

    private OrderedChildren modules(List<ViewEvent> events) {
        Set<Long> courses = events.stream()
                .map(ViewEvent::payload)
                .filter(CourseEvent.class::isInstance)
                .map(event -> ((CourseEvent) event).courseId().value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        OrderedChildren modules = OrderedChildren.load(OrderedChildren.Table.MODULES, courses, target);
        for (ViewEvent happened : events) {
            switch (happened.payload()) {
                case CourseEvent.ModulesOrdered event ->
                    modules.order(
                            event.courseId().value(),
                            event.moduleIds().stream().map(ModuleId::value).toList(),
                            happened.at());
                case CourseEvent.CourseDeleted event ->
                    modules.drop(event.courseId().value());
                default -> {
                    // Nothing else changes which modules a course has.
                }
            }
        }
        return modules;
    }

    private OrderedChildren posts(List<ViewEvent> events) {
        Set<Long> modules = events.stream()
                .map(ViewEvent::payload)
                .filter(ModuleEvent.class::isInstance)
                .map(event -> ((ModuleEvent) event).moduleId().value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        OrderedChildren posts = OrderedChildren.load(OrderedChildren.Table.POSTS, modules, target);
        for (ViewEvent happened : events) {
            switch (happened.payload()) {
                case ModuleEvent.PostsOrdered event ->
                    posts.order(
                            event.moduleId().value(),
                            event.postIds().stream().map(PostId::value).toList(),
                            happened.at());
                case ModuleEvent.ModuleDeleted event ->
                    posts.drop(event.moduleId().value());
                default -> {
                    // Nothing else changes which posts a module has.
                }
            }
        }
        return posts;
    }

    /** What courses show of these modules and posts at the moment. */
    private Set<ShownPost> shown(Set<Link> modules, Set<Link> posts) {
        if (modules.isEmpty() && posts.isEmpty()) {
            return Set.of();
        }
        Columns<Link> ofCourses = new Columns<>(List.copyOf(modules));
        Columns<Link> ofModules = new Columns<>(List.copyOf(posts));
        return target.sql("""
                        select m.course_id, p.post_id
                          from unnest(?::bigint[], ?::bigint[]) as u (course_id, module_id)
                               join schema.progress_course_module m
                                 on m.course_id = u.course_id and m.module_id = u.module_id
                               join schema.progress_post p on p.module_id = m.module_id
                        union
                        select m.course_id, p.post_id
                          from unnest(?::bigint[], ?::bigint[]) as u (module_id, post_id)
                               join schema.progress_post p on p.module_id = u.module_id and p.post_id = u.post_id
                               join schema.progress_course_module m on m.module_id = p.module_id
                        """)
                .param(ofCourses.longs(Link::parent))
                .param(ofCourses.longs(Link::child))
                .param(ofModules.longs(Link::parent))
                .param(ofModules.longs(Link::child))
                .query((row, number) -> new ShownPost(row.getLong(1), row.getLong(2)))
                .set();
    }

    private void countPosts(long[] courses) {
        if (courses.length == 0) {
            return;
        }
        target.sql("delete from schema.course_total where course_id = any (?)")
                .param(courses)
                .update();
        target.sql("""
                        insert into schema.course_total (course_id, total_posts)
                        select m.course_id, count(*)
                          from schema.progress_course_module m
                               join schema.progress_post p on p.module_id = m.module_id
                         where m.course_id = any (?)
                         group by m.course_id
                        """).param(courses).update();
    }
}
