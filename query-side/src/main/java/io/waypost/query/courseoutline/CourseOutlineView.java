package io.waypost.query.courseoutline;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import io.waypost.query.platform.View;
import io.waypost.query.platform.ViewEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Folds courses and which modules they hold, in which order. */
@Component
class CourseOutlineView implements View {

    static final String NAME = "course-outline";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("course", "course_module");
    }

    @Override
    public Set<Class<?>> folds() {
        return Set.of(CourseEvent.class);
    }

    @Override
    public void apply(List<ViewEvent> batch, ReadSchema target) {
        Map<Long, CourseChange> changes = new LinkedHashMap<>();
        for (ViewEvent happened : batch) {
            if (happened.payload() instanceof CourseEvent event) {
                changes.merge(
                        event.courseId().value(),
                        CourseChange.of(event, happened).then(event, happened),
                        (before, ignored) -> before.then(event, happened));
            }
        }
        delete(rows(changes.values(), CourseChange::deleted), target);
        // Only courses that have moved on: the modules of one that is newer already are newer as well.
        List<CourseChange> remaining = rows(changes.values(), change -> !change.deleted());
        Set<Long> created = insert(rows(remaining, change -> change.createdAt().isPresent()), target);
        Set<Long> revised = update(rows(remaining, change -> change.createdAt().isEmpty()), target);
        order(
                rows(remaining, change -> created.contains(change.courseId()) || revised.contains(change.courseId())),
                target);
    }

    private static void delete(List<CourseChange> deleted, ReadSchema target) {
        if (deleted.isEmpty()) {
            return;
        }
        long[] ids = new Columns<>(deleted).longs(CourseChange::courseId);
        target.sql("delete from schema.course where id = any (?)").param(ids).update();
        target.sql("delete from schema.course_module where course_id = any (?)")
                .param(ids)
                .update();
    }

    private static Set<Long> insert(List<CourseChange> created, ReadSchema target) {
        if (created.isEmpty()) {
            return Set.of();
        }
        Columns<CourseChange> columns = new Columns<>(created);
        return target.sql("""
                        insert into schema.course as c (id, title, description, created_at, updated_at, version)
                        select * from unnest(?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
                        on conflict (id) do update
                           set title = excluded.title, description = excluded.description,
                               created_at = excluded.created_at, updated_at = excluded.updated_at,
                               version = excluded.version
                         where c.version < excluded.version
                        returning id
                        """)
                .param(columns.longs(CourseChange::courseId))
                .param(columns.texts(CourseOutlineView::title))
                .param(columns.optionalTexts(CourseOutlineView::description))
                .param(columns.times(change -> change.createdAt().orElseThrow()))
                .param(columns.times(CourseChange::updatedAt))
                .param(columns.longs(CourseChange::version))
                .query((row, number) -> row.getLong(1))
                .set();
    }

    private static Set<Long> update(List<CourseChange> changed, ReadSchema target) {
        if (changed.isEmpty()) {
            return Set.of();
        }
        Columns<CourseChange> columns = new Columns<>(changed);
        return target.sql("""
                        update schema.course c
                           set title = case when u.revised then u.title else c.title end,
                               description = case when u.revised then u.description else c.description end,
                               updated_at = u.updated_at,
                               version = u.version
                          from unnest(?::bigint[], ?::boolean[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
                               as u (id, revised, title, description, updated_at, version)
                         where c.id = u.id and c.version < u.version
                        returning c.id
                        """)
                .param(columns.longs(CourseChange::courseId))
                .param(columns.booleans(change -> change.texts().isPresent()))
                .param(columns.texts(CourseOutlineView::title))
                .param(columns.optionalTexts(CourseOutlineView::description))
                .param(columns.times(CourseChange::updatedAt))
                .param(columns.longs(CourseChange::version))
                .query((row, number) -> row.getLong(1))
                .set();
    }

    private static void order(List<CourseChange> advanced, ReadSchema target) {
        List<CourseModule> present = new ArrayList<>();
        List<CourseChange> ordered = rows(advanced, change -> change.modules().isPresent());
        for (CourseChange change : ordered) {
            List<ModuleId> modules = change.modules().orElseThrow();
            for (int i = 0; i < modules.size(); i++) {
                present.add(new CourseModule(change.courseId(), modules.get(i).value(), i));
            }
        }
        if (!ordered.isEmpty()) {
            new CourseModules(ordered.stream().map(CourseChange::courseId).toList(), present).write(target);
        }
    }

    private static String title(CourseChange change) {
        return change.texts().map(CourseChange.Texts::title).orElse("");
    }

    private static Optional<String> description(CourseChange change) {
        return change.texts().flatMap(CourseChange.Texts::description);
    }

    private static List<CourseChange> rows(Collection<CourseChange> changes, Predicate<CourseChange> which) {
        return changes.stream().filter(which).toList();
    }
}
