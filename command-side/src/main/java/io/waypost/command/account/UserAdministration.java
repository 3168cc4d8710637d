package io.waypost.command.account;

import io.waypost.api.user.UserId;
import io.waypost.command.account.UserCommand.ChangeSystemRole;
import io.waypost.command.account.UserCommand.DisableUser;
import io.waypost.command.account.UserCommand.EnableUser;
import io.waypost.command.account.UserCommand.EraseUser;
import io.waypost.command.account.UserCommand.ReviseProfile;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.Outcome;
import io.waypost.command.platform.ProcessingGroups;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Sends the commands about users, which several addresses of the API ask for. */
@Component
class UserAdministration {

    private final Commands commands;
    private final Clock clock;

    UserAdministration(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    Outcome<UserState> revise(UserId id, ProfileFields profile, CommandRequest request) {
        return send(new ReviseProfile(id, profile.change(), clock.instant()), request);
    }

    Outcome<UserState> activate(UserId id, boolean active, UserId by, CommandRequest request) {
        return send(
                active ? new EnableUser(id, by, clock.instant()) : new DisableUser(id, by, clock.instant()), request);
    }

    Outcome<UserState> changeRole(UserId id, RequestedRole role, UserId by, CommandRequest request) {
        return send(new ChangeSystemRole(id, role, by, clock.instant()), request);
    }

    /** Answers when the user has left every group, so that no roster shows them any more. */
    Outcome<UserState> erase(UserId id, UserId by, CommandRequest request) {
        return commands.sendAndFollow(
                new EraseUser(id, by), UserState.class, request, ProcessingGroups.ERASED_USER_LEAVES_GROUPS);
    }

    private Outcome<UserState> send(UserCommand command, CommandRequest request) {
        return commands.send(command, UserState.class, request);
    }
}
