package io.waypost.query.moduleoutline;

import io.waypost.api.module.PostId;
import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The posts of modules that have moved on.
 *
 * @param modules the modules
 * @param json writes contents
 */
record PostRows(List<ModuleChange> modules, PostContentJson json) {

    private record Row(long moduleId, PostChange post) {}

    private record Place(long postId, int ordering) {}

    /** Writes what changed. */
    void write(ReadSchema target) {
        remove(target);
        add(rows(row -> row.post().addedAt().isPresent()), target);
        revise(rows(row -> row.post().addedAt().isEmpty()), target);
        order(target);
    }

    private void remove(ReadSchema target) {
        long[] removed = modules.stream()
                .flatMap(module -> module.removedPosts().stream())
                .mapToLong(Long::longValue)
                .toArray();
        if (removed.length > 0) {
            target.sql("delete from schema.post where id = any (?)")
                    .param(removed)
                    .update();
        }
    }

    private void add(List<Row> added, ReadSchema target) {
        if (added.isEmpty()) {
            return;
        }
        Columns<Row> columns = new Columns<>(added);
        target.sql("""
                        insert into schema.post
                               (id, module_id, title, description, type, content, created_at, updated_at, ordering)
                        select *, 0 from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::jsonb[],
                                                ?::timestamptz[], ?::timestamptz[])
                        on conflict (id) do update
                           set title = excluded.title, description = excluded.description,
                               content = excluded.content, created_at = excluded.created_at,
                               updated_at = excluded.updated_at
                        """)
                .param(columns.longs(row -> row.post().postId()))
                .param(columns.longs(Row::moduleId))
                .param(columns.texts(row -> row.post().title()))
                .param(columns.optionalTexts(row -> row.post().description()))
                .param(columns.texts(row -> json.type(row.post().content())))
                .param(columns.texts(row -> json.withoutType(row.post().content())))
                .param(columns.times(row -> row.post().addedAt().orElseThrow()))
                .param(columns.times(row -> row.post().updatedAt()))
                .update();
    }

    private void revise(List<Row> revised, ReadSchema target) {
        if (revised.isEmpty()) {
            return;
        }
        Columns<Row> columns = new Columns<>(revised);
        target.sql("""
                        update schema.post p
                           set title = u.title, description = u.description, content = u.content,
                               updated_at = u.updated_at
                          from unnest(?::bigint[], ?::text[], ?::text[], ?::jsonb[], ?::timestamptz[])
                               as u (id, title, description, content, updated_at)
                         where p.id = u.id
                        """)
                .param(columns.longs(row -> row.post().postId()))
                .param(columns.texts(row -> row.post().title()))
                .param(columns.optionalTexts(row -> row.post().description()))
                .param(columns.texts(row -> json.withoutType(row.post().content())))
                .param(columns.times(row -> row.post().updatedAt()))
                .update();
    }

    private void order(ReadSchema target) {
        List<Place> places = new ArrayList<>();
        for (ModuleChange module : modules) {
            List<PostId> order = module.order().orElseGet(List::of);
            for (int i = 0; i < order.size(); i++) {
                places.add(new Place(order.get(i).value(), i));
            }
        }
        if (places.isEmpty()) {
            return;
        }
        Columns<Place> columns = new Columns<>(places);
        target.sql("""
                        update schema.post p
                           set ordering = u.ordering
                          from unnest(?::bigint[], ?::integer[]) as u (id, ordering)
                         where p.id = u.id and p.ordering <> u.ordering
                        """)
                .param(columns.longs(Place::postId))
                .param(columns.ints(Place::ordering))
                .update();
    }

    private List<Row> rows(Predicate<Row> which) {
        return modules.stream()
                .flatMap(module -> module.posts().stream().map(post -> new Row(module.moduleId(), post)))
                .filter(which)
                .toList();
    }
}
