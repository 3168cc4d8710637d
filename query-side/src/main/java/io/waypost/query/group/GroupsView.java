package io.waypost.query.group;

import io.waypost.api.group.GroupEvent;
import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import io.waypost.query.platform.View;
import io.waypost.query.platform.ViewEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Folds groups, who is in them, and which courses they hold, in which order. */
@Component
class GroupsView implements View {

    static final String NAME = "groups";

    private record Folded(long groupId, long version) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("user_group", "group_member", "group_course");
    }

    @Override
    public Set<Class<?>> folds() {
        return Set.of(GroupEvent.class);
    }

    @Override
    public void apply(List<ViewEvent> batch, ReadSchema target) {
        Map<Long, Long> versions = versions(batch, target);
        Map<Long, GroupChange> changes = new LinkedHashMap<>();
        for (ViewEvent happened : batch) {
            // The number of members is kept by adding up, so an event may count only once.
            if (happened.payload() instanceof GroupEvent event
                    && happened.version()
                            > versions.getOrDefault(event.groupId().value(), -1L)) {
                changes.computeIfAbsent(event.groupId().value(), GroupChange::new)
                        .fold(event, happened);
            }
        }
        delete(changes.values().stream().filter(GroupChange::deleted).toList(), target);
        // What is neither there nor created here was deleted long ago.
        List<GroupChange> present = changes.values().stream()
                .filter(change -> !change.deleted())
                .filter(change -> change.created().isPresent() || versions.containsKey(change.groupId()))
                .toList();
        new GroupRows(present).write(target);
        new GroupMembers(present).write(target);
        new GroupCourses(present).write(target);
    }

    /** What has been folded in of those groups that are there. */
    private static Map<Long, Long> versions(List<ViewEvent> batch, ReadSchema target) {
        long[] ids = batch.stream()
                .filter(happened -> happened.payload() instanceof GroupEvent)
                .mapToLong(
                        happened -> ((GroupEvent) happened.payload()).groupId().value())
                .distinct()
                .toArray();
        if (ids.length == 0) {
            return Map.of();
        }
        return target
                .sql("select id, version from schema.user_group where id = any (?)")
                .param(ids)
                .query((row, number) -> new Folded(row.getLong(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Folded::groupId, Folded::version));
    }

    private static void delete(List<GroupChange> deleted, ReadSchema target) {
        if (deleted.isEmpty()) {
            return;
        }
        long[] ids = new Columns<>(deleted).longs(GroupChange::groupId);
        target.sql("delete from schema.user_group where id = any (?)")
                .param(ids)
                .update();
        for (String table : List.of("group_member", "group_course")) {
            target.sql("delete from schema." + table + " where group_id = any (?)")
                    .param(ids)
                    .update();
        }
    }
}
