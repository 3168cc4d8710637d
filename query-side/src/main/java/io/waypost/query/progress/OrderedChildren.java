package io.waypost.query.progress;

import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The modules of some courses or the posts of some modules, in order, each with the time since when it is there. It is
 * filled event by event while a batch is folded, and only read from then on.
 */
final class OrderedChildren {

    private final Table table;
    private final Map<Long, Map<Long, Instant>> before;
    private final Map<Long, Map<Long, Instant>> now = new LinkedHashMap<>();

    /** Where they are kept. */
    enum Table {
        /** The modules of courses. */
        MODULES("progress_course_module", "course_id", "module_id"),
        /** The posts of modules. */
        POSTS("progress_post", "module_id", "post_id");

        private final String table;
        private final String parent;
        private final String child;

        Table(String table, String parent, String child) {
            this.table = table;
            this.parent = parent;
            this.child = child;
        }

        private String named(String statement) {
            return statement
                    .replace("{table}", "schema." + table)
                    .replace("{parent}", parent)
                    .replace("{child}", child);
        }
    }

    private record Row(long parent, long child, int ordering, Instant addedAt) {}

    private OrderedChildren(Table table, Map<Long, Map<Long, Instant>> before) {
        this.table = table;
        this.before = before;
    }

    /** What is there before the batch. */
    static OrderedChildren load(Table table, Set<Long> parents, ReadSchema source) {
        Map<Long, Map<Long, Instant>> children = new HashMap<>();
        if (!parents.isEmpty()) {
            source.sql(table.named("select {parent}, {child}, added_at from {table} where {parent} = any (?)"))
                    .param(parents.stream().mapToLong(Long::longValue).toArray())
                    .query((row, number) -> new Row(
                            row.getLong(1),
                            row.getLong(2),
                            number,
                            row.getObject(3, OffsetDateTime.class).toInstant()))
                    .list()
                    .forEach(row -> children.computeIfAbsent(row.parent(), parent -> new HashMap<>())
                            .put(row.child(), row.addedAt()));
        }
        return new OrderedChildren(table, children);
    }

    /** All children after an event, in order. Those that were not there came with it. */
    void order(long parent, List<Long> children, Instant at) {
        Map<Long, Instant> present = now.getOrDefault(parent, before.getOrDefault(parent, Map.of()));
        Map<Long, Instant> ordered = new LinkedHashMap<>();
        children.forEach(child -> ordered.put(child, present.getOrDefault(child, at)));
        now.put(parent, ordered);
    }

    /** None are left. */
    void drop(long parent) {
        now.put(parent, Map.of());
    }

    /** What came and what left, between before and now. */
    Set<Link> moved() {
        Set<Link> moved = new LinkedHashSet<>();
        now.forEach((parent, children) -> {
            Set<Long> present = before.getOrDefault(parent, Map.of()).keySet();
            present.stream()
                    .filter(child -> !children.containsKey(child))
                    .forEach(child -> moved.add(new Link(parent, child)));
            children.keySet().stream()
                    .filter(child -> !present.contains(child))
                    .forEach(child -> moved.add(new Link(parent, child)));
        });
        return moved;
    }

    /** Makes the rows say what is now. */
    void write(ReadSchema target) {
        List<Link> gone = moved().stream()
                .filter(link -> !now.getOrDefault(link.parent(), Map.of()).containsKey(link.child()))
                .toList();
        if (!gone.isEmpty()) {
            Columns<Link> columns = new Columns<>(gone);
            target.sql(table.named("""
                            delete from {table} t
                             using unnest(?::bigint[], ?::bigint[]) as u (parent, child)
                             where t.{parent} = u.parent and t.{child} = u.child
                            """))
                    .param(columns.longs(Link::parent))
                    .param(columns.longs(Link::child))
                    .update();
        }
        List<Row> rows = rows();
        if (!rows.isEmpty()) {
            Columns<Row> columns = new Columns<>(rows);
            target.sql(table.named("""
                            insert into {table} as t ({parent}, {child}, ordering, added_at)
                            select * from unnest(?::bigint[], ?::bigint[], ?::integer[], ?::timestamptz[])
                            on conflict ({parent}, {child}) do update
                               set ordering = excluded.ordering, added_at = excluded.added_at
                             where (t.ordering, t.added_at) <> (excluded.ordering, excluded.added_at)
                            """))
                    .param(columns.longs(Row::parent))
                    .param(columns.longs(Row::child))
                    .param(columns.ints(Row::ordering))
                    .param(columns.times(Row::addedAt))
                    .update();
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        now.forEach((parent, children) -> {
            List<Map.Entry<Long, Instant>> ordered = List.copyOf(children.entrySet());
            for (int i = 0; i < ordered.size(); i++) {
                rows.add(new Row(
                        parent, ordered.get(i).getKey(), i, ordered.get(i).getValue()));
            }
        });
        return rows;
    }
}
