package io.waypost.query.moduleoutline;

import io.waypost.api.module.ModuleEvent;
import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import io.waypost.query.platform.View;
import io.waypost.query.platform.ViewEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Folds modules and their posts. */
@Component
class ModuleOutlineView implements View {

    static final String NAME = "module-outline";

    private final PostContentJson json = new PostContentJson();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("module", "post");
    }

    @Override
    public Set<Class<?>> folds() {
        return Set.of(ModuleEvent.class);
    }

    @Override
    public void apply(List<ViewEvent> batch, ReadSchema target) {
        Map<Long, ModuleChange> changes = new LinkedHashMap<>();
        for (ViewEvent happened : batch) {
            if (happened.payload() instanceof ModuleEvent event) {
                changes.computeIfAbsent(event.moduleId().value(), ModuleChange::new)
                        .fold(event, happened);
            }
        }
        delete(rows(changes.values(), ModuleChange::deleted), target);
        // Only modules that have moved on: the posts of one that is newer already are newer as well.
        List<ModuleChange> remaining = rows(changes.values(), change -> !change.deleted());
        Set<Long> created = insert(rows(remaining, change -> change.createdAt().isPresent()), target);
        Set<Long> revised = update(rows(remaining, change -> change.createdAt().isEmpty()), target);
        List<ModuleChange> advanced =
                rows(remaining, change -> created.contains(change.moduleId()) || revised.contains(change.moduleId()));
        new PostRows(advanced, json).write(target);
    }

    private static void delete(List<ModuleChange> deleted, ReadSchema target) {
        if (deleted.isEmpty()) {
            return;
        }
        long[] ids = new Columns<>(deleted).longs(ModuleChange::moduleId);
        target.sql("delete from schema.module where id = any (?)").param(ids).update();
        target.sql("delete from schema.post where module_id = any (?)")
                .param(ids)
                .update();
    }

    private static Set<Long> insert(List<ModuleChange> created, ReadSchema target) {
        if (created.isEmpty()) {
            return Set.of();
        }
        Columns<ModuleChange> columns = new Columns<>(created);
        return target.sql("""
                        insert into schema.module as m
                               (id, title, description, color, created_at, updated_at, version)
                        select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[],
                                             ?::timestamptz[], ?::timestamptz[], ?::bigint[])
                        on conflict (id) do update
                           set title = excluded.title, description = excluded.description, color = excluded.color,
                               created_at = excluded.created_at, updated_at = excluded.updated_at,
                               version = excluded.version
                         where m.version < excluded.version
                        returning id
                        """)
                .param(columns.longs(ModuleChange::moduleId))
                .param(columns.texts(ModuleOutlineView::title))
                .param(columns.optionalTexts(ModuleOutlineView::description))
                .param(columns.optionalTexts(ModuleOutlineView::color))
                .param(columns.times(change -> change.createdAt().orElseThrow()))
                .param(columns.times(ModuleChange::updatedAt))
                .param(columns.longs(ModuleChange::version))
                .query((row, number) -> row.getLong(1))
                .set();
    }

    private static Set<Long> update(List<ModuleChange> changed, ReadSchema target) {
        if (changed.isEmpty()) {
            return Set.of();
        }
        Columns<ModuleChange> columns = new Columns<>(changed);
        return target.sql("""
                        update schema.module m
                           set title = case when u.revised then u.title else m.title end,
                               description = case when u.revised then u.description else m.description end,
                               color = case when u.revised then u.color else m.color end,
                               updated_at = u.updated_at,
                               version = u.version
                          from unnest(?::bigint[], ?::boolean[], ?::text[], ?::text[], ?::text[],
                                      ?::timestamptz[], ?::bigint[])
                               as u (id, revised, title, description, color, updated_at, version)
                         where m.id = u.id and m.version < u.version
                        returning m.id
                        """)
                .param(columns.longs(ModuleChange::moduleId))
                .param(columns.booleans(change -> change.texts().isPresent()))
                .param(columns.texts(ModuleOutlineView::title))
                .param(columns.optionalTexts(ModuleOutlineView::description))
                .param(columns.optionalTexts(ModuleOutlineView::color))
                .param(columns.times(ModuleChange::updatedAt))
                .param(columns.longs(ModuleChange::version))
                .query((row, number) -> row.getLong(1))
                .set();
    }

    private static String title(ModuleChange change) {
        return change.texts().map(ModuleChange.Texts::title).orElse("");
    }

    private static Optional<String> description(ModuleChange change) {
        return change.texts().flatMap(ModuleChange.Texts::description);
    }

    private static Optional<String> color(ModuleChange change) {
        return change.texts().flatMap(ModuleChange.Texts::color);
    }

    private static List<ModuleChange> rows(Collection<ModuleChange> changes, Predicate<ModuleChange> which) {
        return changes.stream().filter(which).toList();
    }
}
