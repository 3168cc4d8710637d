package io.waypost.command.group;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.command.group.GroupCommand.AddMemberToGroup;
import io.waypost.command.group.GroupCommand.ChangeMemberRole;
import io.waypost.command.group.GroupCommand.RemoveMemberFromGroup;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes users into groups, gives them roles and lets them go. */
@RestController
@RequestMapping("/api/groups/{id}/members/{user_id}")
class GroupMembersController {

    private final Commands commands;
    private final GroupAuthorities authorities;

    GroupMembersController(Commands commands, GroupAuthorities authorities) {
        this.commands = commands;
        this.authorities = authorities;
    }

    @Operation(summary = "Takes a user into a group, as a plain member unless a role is given")
    @PostMapping
    @Requires(SystemRole.USER)
    ResponseEntity<AddedBody> add(
            @PathVariable("id") GroupId id,
            @PathVariable("user_id") UserId userId,
            @RequestBody Optional<NewMember> member,
            CurrentUser user,
            CommandRequest request) {
        Authority by = authorities.of(user, id);
        String role = member.flatMap(NewMember::role).orElse(GroupRole.MEMBER.code());
        return commands.sendAndFollow(
                        new AddMemberToGroup(id, userId, role, by),
                        GroupState.class,
                        request,
                        ProcessingGroups.COMPLETED_COURSE_IS_RECORDED)
                .created("/api/groups/" + id.value(), state -> new AddedBody("Member added", role));
    }

    @Operation(summary = "Gives a member another role")
    @PatchMapping("/role")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<RoleBody> changeRole(
            @PathVariable("id") GroupId id,
            @PathVariable("user_id") UserId userId,
            @Valid @RequestBody RoleChange change,
            CommandRequest request) {
        return commands.send(new ChangeMemberRole(id, userId, change.role()), GroupState.class, request)
                .ok(state -> new RoleBody("Role updated", userId, change.role()));
    }

    @Operation(summary = "Lets a member go")
    @DeleteMapping
    @Requires(SystemRole.USER)
    ResponseEntity<Void> remove(
            @PathVariable("id") GroupId id,
            @PathVariable("user_id") UserId userId,
            CurrentUser user,
            CommandRequest request) {
        Authority by = authorities.of(user, id);
        return commands.send(new RemoveMemberFromGroup(id, userId, by), GroupState.class, request)
                .noContent();
    }

    @Schema(name = "NewGroupMember")
    record NewMember(Optional<String> role) {}

    @Schema(name = "GroupRoleChange")
    record RoleChange(@NotNull(message = "is required") String role) {}

    @Schema(name = "AddedGroupMember")
    record AddedBody(String message, String role) {}

    @Schema(name = "ChangedGroupRole")
    record RoleBody(String message, UserId userId, String role) {}
}
