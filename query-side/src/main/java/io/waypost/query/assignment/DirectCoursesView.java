package io.waypost.query.assignment;

import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.user.UserEvent;
import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import io.waypost.query.platform.View;
import io.waypost.query.platform.ViewEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Folds which courses are assigned to users directly. A user who is erased loses them all. */
@Component
class DirectCoursesView implements View {

    static final String NAME = "direct-courses";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("user_course");
    }

    @Override
    public Set<Class<?>> folds() {
        return Set.of(
                LearnerEvent.CourseAssignedToLearner.class,
                LearnerEvent.CourseUnassignedFromLearner.class,
                UserEvent.UserErased.class);
    }

    @Override
    public void apply(List<ViewEvent> batch, ReadSchema target) {
        Map<DirectCourse, Instant> assigned = new LinkedHashMap<>();
        Set<DirectCourse> unassigned = new LinkedHashSet<>();
        Set<Long> erased = new LinkedHashSet<>();
        for (ViewEvent happened : batch) {
            switch (happened.payload()) {
                case LearnerEvent.CourseAssignedToLearner event ->
                    assigned.put(
                            course(event.learnerId().value(), event.courseId().value()), happened.at());
                case LearnerEvent.CourseUnassignedFromLearner event -> {
                    DirectCourse course =
                            course(event.learnerId().value(), event.courseId().value());
                    assigned.remove(course);
                    unassigned.add(course);
                }
                case UserEvent.UserErased event -> {
                    long userId = event.userId().value();
                    assigned.keySet().removeIf(course -> course.userId() == userId);
                    erased.add(userId);
                }
                default -> {
                    // Nothing else gives or takes courses directly.
                }
            }
        }
        removeAllOf(erased, target);
        remove(List.copyOf(unassigned), target);
        add(List.copyOf(assigned.entrySet()), target);
    }

    private static void removeAllOf(Set<Long> users, ReadSchema target) {
        if (!users.isEmpty()) {
            target.sql("delete from schema.user_course where user_id = any (?)")
                    .param(new Columns<>(List.copyOf(users)).longs(Long::longValue))
                    .update();
        }
    }

    private static void remove(List<DirectCourse> unassigned, ReadSchema target) {
        if (unassigned.isEmpty()) {
            return;
        }
        Columns<DirectCourse> columns = new Columns<>(unassigned);
        target.sql("""
                        delete from schema.user_course c
                         using unnest(?::bigint[], ?::bigint[]) as u (user_id, course_id)
                         where c.user_id = u.user_id and c.course_id = u.course_id
                        """)
                .param(columns.longs(DirectCourse::userId))
                .param(columns.longs(DirectCourse::courseId))
                .update();
    }

    private static void add(List<Map.Entry<DirectCourse, Instant>> assigned, ReadSchema target) {
        if (assigned.isEmpty()) {
            return;
        }
        Columns<Map.Entry<DirectCourse, Instant>> columns = new Columns<>(assigned);
        target.sql("""
                        insert into schema.user_course as c (user_id, course_id, assigned_at)
                        select * from unnest(?::bigint[], ?::bigint[], ?::timestamptz[])
                        on conflict (user_id, course_id) do update set assigned_at = excluded.assigned_at
                         where c.assigned_at <> excluded.assigned_at
                        """)
                .param(columns.longs(entry -> entry.getKey().userId()))
                .param(columns.longs(entry -> entry.getKey().courseId()))
                .param(columns.times(Map.Entry::getValue))
                .update();
    }

    private static DirectCourse course(long userId, long courseId) {
        return new DirectCourse(userId, courseId);
    }
}
