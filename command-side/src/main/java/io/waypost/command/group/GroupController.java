package io.waypost.command.group;

import io.swagger.v3.oas.annotations.Operation;
import io.waypost.api.group.GroupId;
import io.waypost.api.user.SystemRole;
import io.waypost.command.group.GroupCommand.CreateGroup;
import io.waypost.command.group.GroupCommand.DeleteGroup;
import io.waypost.command.group.GroupCommand.ReviseGroup;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.Fields;
import io.waypost.command.platform.IdAllocator;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes, revises and deletes groups. */
@RestController
@RequestMapping("/api/groups")
class GroupController {

    private final Commands commands;
    private final IdAllocator ids;
    private final AccountNames names;

    GroupController(Commands commands, IdAllocator ids, AccountNames names) {
        this.commands = commands;
        this.ids = ids;
        this.names = names;
    }

    @Operation(summary = "Makes a group, whose owner is who asks for it")
    @PostMapping
    @Requires(SystemRole.MANAGER)
    ResponseEntity<GroupBody> create(@Valid @RequestBody NewGroup group, CurrentUser user, CommandRequest request) {
        GroupId id = new GroupId(ids.next("group"));
        CreateGroup command = new CreateGroup(id, group.name(), Fields.optionalText(group.description()), user.id());
        return commands.send(command, GroupState.class, request).created("/api/groups/" + id.value(), this::body);
    }

    @Operation(summary = "Changes the texts of a group; absent fields stay")
    @PatchMapping("/{id}")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<GroupBody> revise(
            @PathVariable("id") GroupId id, @Valid @RequestBody GroupChange change, CommandRequest request) {
        ReviseGroup command = new ReviseGroup(
                id, Fields.changedText(change.name()), Fields.changedOptionalText(change.description()));
        return commands.send(command, GroupState.class, request).ok(this::body);
    }

    @Operation(summary = "Deletes a group, and with it all memberships and assignments")
    @DeleteMapping("/{id}")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<Void> delete(@PathVariable("id") GroupId id, CommandRequest request) {
        return commands.send(new DeleteGroup(id), GroupState.class, request).noContent();
    }

    private GroupBody body(GroupState state) {
        return new GroupBody(
                state.id(),
                state.name(),
                state.description(),
                names.usernameOf(state.createdBy()),
                state.createdAt(),
                state.updatedAt(),
                state.memberCount());
    }

    record NewGroup(
            @NotNull(message = "is required") @Size(max = 200, message = "must not be longer than 200 characters")
            String name,

            @Nullable @Size(max = 5000, message = "must not be longer than 5000 characters")
            String description) {}

    record GroupChange(
            JsonNullable<
                            @NotNull(message = "must be a text")
                            @Size(max = 200, message = "must not be longer than 200 characters") String>
                    name,
            JsonNullable<@Size(max = 5000, message = "must not be longer than 5000 characters") String> description) {}

    record GroupBody(
            GroupId id,
            String name,
            Optional<String> description,
            String createdBy,
            Instant createdAt,
            Instant updatedAt,
            int memberCount) {}
}
