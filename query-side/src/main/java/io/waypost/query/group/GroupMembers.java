package io.waypost.query.group;

import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import java.util.List;
import java.util.function.Predicate;

/**
 * The members that came, changed or left in groups that have moved on. Only their rows are touched: the cost does not
 * depend on how many others there are.
 *
 * @param groups the groups
 */
record GroupMembers(List<GroupChange> groups) {

    private record Left(long groupId, long userId) {}

    private record Row(long groupId, MemberChange member) {

        MemberChange.Joined joined() {
            return member.joined().orElseThrow();
        }
    }

    /** Writes what changed. */
    void write(ReadSchema target) {
        remove(target);
        add(rows(row -> row.member().joined().isPresent()), target);
        revise(rows(row -> row.member().joined().isEmpty()), target);
    }

    private void remove(ReadSchema target) {
        List<Left> left = groups.stream()
                .flatMap(group -> group.removedMembers().stream().map(user -> new Left(group.groupId(), user)))
                .toList();
        if (left.isEmpty()) {
            return;
        }
        Columns<Left> columns = new Columns<>(left);
        target.sql("""
                        delete from schema.group_member m
                         using unnest(?::bigint[], ?::bigint[]) as u (group_id, user_id)
                         where m.group_id = u.group_id and m.user_id = u.user_id
                        """)
                .param(columns.longs(Left::groupId))
                .param(columns.longs(Left::userId))
                .update();
    }

    private static void add(List<Row> added, ReadSchema target) {
        if (added.isEmpty()) {
            return;
        }
        Columns<Row> columns = new Columns<>(added);
        target.sql("""
                        insert into schema.group_member
                               (group_id, user_id, role, joined_at, joined_version, updated_at)
                        select * from unnest(?::bigint[], ?::bigint[], ?::text[], ?::timestamptz[], ?::bigint[],
                                             ?::timestamptz[])
                        on conflict (group_id, user_id) do update
                           set role = excluded.role, joined_at = excluded.joined_at,
                               joined_version = excluded.joined_version, updated_at = excluded.updated_at
                        """)
                .param(columns.longs(Row::groupId))
                .param(columns.longs(row -> row.member().userId()))
                .param(columns.texts(row -> row.member().role().code()))
                .param(columns.times(row -> row.joined().at()))
                .param(columns.longs(row -> row.joined().version()))
                .param(columns.times(row -> row.member().updatedAt()))
                .update();
    }

    private static void revise(List<Row> revised, ReadSchema target) {
        if (revised.isEmpty()) {
            return;
        }
        Columns<Row> columns = new Columns<>(revised);
        target.sql("""
                        update schema.group_member m
                           set role = u.role, updated_at = u.updated_at
                          from unnest(?::bigint[], ?::bigint[], ?::text[], ?::timestamptz[])
                               as u (group_id, user_id, role, updated_at)
                         where m.group_id = u.group_id and m.user_id = u.user_id
                        """)
                .param(columns.longs(Row::groupId))
                .param(columns.longs(row -> row.member().userId()))
                .param(columns.texts(row -> row.member().role().code()))
                .param(columns.times(row -> row.member().updatedAt()))
                .update();
    }

    private List<Row> rows(Predicate<Row> which) {
        return groups.stream()
                .flatMap(group -> group.members().stream().map(member -> new Row(group.groupId(), member)))
                .filter(which)
                .toList();
    }
}
