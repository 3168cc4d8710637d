package io.waypost.command.group;

import io.waypost.api.group.GroupId;
import io.waypost.api.user.UserEvent.UserErased;
import io.waypost.command.group.GroupCommand.RemoveErasedMember;
import io.waypost.command.platform.PolicyCommands;
import io.waypost.command.platform.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Policy: a user who is erased leaves every group. */
@Component
@ProcessingGroup(ProcessingGroups.ERASED_USER_LEAVES_GROUPS)
class ErasedUserLeavesGroups {

    private final MembershipLookup memberships;
    private final PolicyCommands commands;

    ErasedUserLeavesGroups(MembershipLookup memberships, PolicyCommands commands) {
        this.memberships = memberships;
        this.commands = commands;
    }

    @EventHandler
    void on(UserErased event, EventMessage<?> message) {
        for (GroupId groupId : memberships.groupsOf(event.userId())) {
            commands.send(new RemoveErasedMember(groupId, event.userId()), GroupState.class, message);
        }
    }
}
