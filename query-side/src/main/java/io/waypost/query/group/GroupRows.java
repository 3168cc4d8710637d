package io.waypost.query.group;

import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import java.util.List;
import java.util.Optional;

/**
 * The groups themselves that have moved on.
 *
 * @param groups the groups
 */
record GroupRows(List<GroupChange> groups) {

    /** Writes what changed. */
    void write(ReadSchema target) {
        insert(groups.stream().filter(group -> group.created().isPresent()).toList(), target);
        update(groups.stream().filter(group -> group.created().isEmpty()).toList(), target);
    }

    private static void insert(List<GroupChange> created, ReadSchema target) {
        if (created.isEmpty()) {
            return;
        }
        Columns<GroupChange> columns = new Columns<>(created);
        target.sql("""
                        insert into schema.user_group
                               (id, name, description, created_by, created_at, updated_at, member_count, version)
                        select * from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[],
                                             ?::timestamptz[], ?::timestamptz[], ?::integer[], ?::bigint[])
                        """)
                .param(columns.longs(GroupChange::groupId))
                .param(columns.texts(GroupRows::groupName))
                .param(columns.optionalTexts(GroupRows::description))
                .param(columns.longs(change -> change.created().orElseThrow().by()))
                .param(columns.times(change -> change.created().orElseThrow().at()))
                .param(columns.times(GroupChange::updatedAt))
                .param(columns.ints(GroupChange::moreMembers))
                .param(columns.longs(GroupChange::version))
                .update();
    }

    private static void update(List<GroupChange> revised, ReadSchema target) {
        if (revised.isEmpty()) {
            return;
        }
        Columns<GroupChange> columns = new Columns<>(revised);
        target.sql("""
                        update schema.user_group g
                           set name = case when u.revised then u.name else g.name end,
                               description = case when u.revised then u.description else g.description end,
                               updated_at = u.updated_at,
                               member_count = g.member_count + u.more_members,
                               version = u.version
                          from unnest(?::bigint[], ?::boolean[], ?::text[], ?::text[], ?::timestamptz[], ?::integer[],
                                      ?::bigint[])
                               as u (id, revised, name, description, updated_at, more_members, version)
                         where g.id = u.id
                        """)
                .param(columns.longs(GroupChange::groupId))
                .param(columns.booleans(change -> change.texts().isPresent()))
                .param(columns.texts(GroupRows::groupName))
                .param(columns.optionalTexts(GroupRows::description))
                .param(columns.times(GroupChange::updatedAt))
                .param(columns.ints(GroupChange::moreMembers))
                .param(columns.longs(GroupChange::version))
                .update();
    }

    private static String groupName(GroupChange change) {
        return change.texts().map(GroupChange.Texts::name).orElse("");
    }

    private static Optional<String> description(GroupChange change) {
        return change.texts().flatMap(GroupChange.Texts::description);
    }
}
