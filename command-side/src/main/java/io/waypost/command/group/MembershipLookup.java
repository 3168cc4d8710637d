package io.waypost.command.group;

import io.waypost.api.group.GroupEvent.GroupDeleted;
import io.waypost.api.group.GroupEvent.GroupOwnershipInherited;
import io.waypost.api.group.GroupEvent.MemberAddedToGroup;
import io.waypost.api.group.GroupEvent.MemberRemovedFromGroup;
import io.waypost.api.group.GroupEvent.MemberRoleChanged;
import io.waypost.api.group.GroupEvent.MembershipChanged;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.user.UserId;
import io.waypost.command.platform.ProcessingGroups;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which group, in which role. Kept in the transaction of the events. */
@Component
@ProcessingGroup(ProcessingGroups.LOOKUPS)
class MembershipLookup {

    private final JdbcClient jdbc;

    MembershipLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The role of a user in a group; empty if the user is not in it, or if there is no such group. */
    Optional<GroupRole> roleOf(UserId userId, GroupId groupId) {
        return jdbc.sql("select role from waypost_write.group_member_lookup where group_id = ? and user_id = ?")
                .param(groupId.value())
                .param(userId.value())
                .query(String.class)
                .optional()
                .flatMap(GroupRole::ofCode);
    }

    /** The groups that a user is in, in a stable order. */
    List<GroupId> groupsOf(UserId userId) {
        return jdbc.sql("select group_id from waypost_write.group_member_lookup where user_id = ? order by group_id")
                .param(userId.value())
                .query((row, number) -> new GroupId(row.getLong("group_id")))
                .list();
    }

    @EventHandler
    void on(MemberAddedToGroup event) {
        write(event, event.role());
    }

    @EventHandler
    void on(MemberRoleChanged event) {
        write(event, event.role());
    }

    @EventHandler
    void on(GroupOwnershipInherited event) {
        write(event, GroupRole.OWNER);
    }

    @EventHandler
    void on(MemberRemovedFromGroup event) {
        jdbc.sql("delete from waypost_write.group_member_lookup where group_id = ? and user_id = ?")
                .param(event.groupId().value())
                .param(event.userId().value())
                .update();
    }

    @EventHandler
    void on(GroupDeleted event) {
        jdbc.sql("delete from waypost_write.group_member_lookup where group_id = ?")
                .param(event.groupId().value())
                .update();
    }

    private void write(MembershipChanged event, GroupRole role) {
        jdbc.sql("""
                        insert into waypost_write.group_member_lookup (group_id, user_id, role) values (?, ?, ?)
                        on conflict (group_id, user_id) do update set role = excluded.role""")
                .param(event.groupId().value())
                .param(event.userId().value())
                .param(role.code())
                .update();
    }
}
