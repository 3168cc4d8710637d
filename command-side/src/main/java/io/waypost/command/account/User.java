package io.waypost.command.account;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.ProfileField;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserEvent.SystemRoleChanged;
import io.waypost.api.user.UserEvent.UserDisabled;
import io.waypost.api.user.UserEvent.UserEnabled;
import io.waypost.api.user.UserEvent.UserErased;
import io.waypost.api.user.UserEvent.UserProfileRevised;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.api.user.UserId;
import io.waypost.command.account.UserCommand.ChangeSystemRole;
import io.waypost.command.account.UserCommand.DisableUser;
import io.waypost.command.account.UserCommand.EnableUser;
import io.waypost.command.account.UserCommand.EraseUser;
import io.waypost.command.account.UserCommand.RegisterUser;
import io.waypost.command.account.UserCommand.ReviseProfile;
import io.waypost.command.platform.VersionedAggregate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A user: that it exists and what it may do. Who it is stands in the account table. */
@Aggregate(type = "User", cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@SuppressWarnings("NullAway.Init") // an aggregate is filled by its first event
public class User extends VersionedAggregate {

    @AggregateIdentifier
    private UserId id;

    private SystemRole role;
    private boolean active;

    User() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    UserState handle(RegisterUser command, Accounts accounts) {
        apply(new UserRegistered(command.userId(), command.account().role()));
        accounts.insert(command.userId(), command.account());
        return state(accounts);
    }

    @CommandHandler
    UserState handle(ReviseProfile command, Accounts accounts) {
        Profile before = accounts.require(id).profile();
        Profile after = command.change().appliedTo(before);
        List<ProfileField> changed = after.differencesFrom(before);
        if (!changed.isEmpty()) {
            apply(new UserProfileRevised(id, changed));
            accounts.revise(id, after, command.at(), version());
        }
        return state(accounts);
    }

    @CommandHandler
    UserState handle(ChangeSystemRole command, Accounts accounts) {
        requireAnother(command.by());
        SystemRole wanted = command.role().require();
        if (wanted != role) {
            AdminsRemain.after(role, active, id, accounts);
            apply(new SystemRoleChanged(id, wanted));
            accounts.changeRole(id, wanted, command.at(), version());
        }
        return state(accounts);
    }

    @CommandHandler
    UserState handle(DisableUser command, Accounts accounts, SignIns signIns) {
        requireAnother(command.by());
        if (active) {
            AdminsRemain.after(role, active, id, accounts);
            apply(new UserDisabled(id));
            accounts.activate(id, false, command.at(), version());
            signIns.endAll(id);
        }
        return state(accounts);
    }

    @CommandHandler
    UserState handle(EnableUser command, Accounts accounts) {
        requireAnother(command.by());
        if (!active) {
            apply(new UserEnabled(id));
            accounts.activate(id, true, command.at(), version());
        }
        return state(accounts);
    }

    @CommandHandler
    UserState handle(EraseUser command, Accounts accounts) {
        requireAnother(command.by());
        AdminsRemain.after(role, active, id, accounts);
        Account last = accounts.require(id);
        apply(new UserErased(id));
        accounts.delete(id);
        return new UserState(last, version());
    }

    @EventSourcingHandler
    void on(UserRegistered event) {
        id = event.userId();
        role = event.role();
        active = true;
    }

    @EventSourcingHandler
    void on(SystemRoleChanged event) {
        role = event.role();
    }

    @EventSourcingHandler
    void on(UserDisabled event) {
        active = false;
    }

    @EventSourcingHandler
    void on(UserEnabled event) {
        active = true;
    }

    @EventSourcingHandler
    void on(UserErased event) {
        AggregateLifecycle.markDeleted();
    }

    private static void apply(UserEvent event) {
        AggregateLifecycle.apply(event);
    }

    private UserState state(Accounts accounts) {
        return new UserState(accounts.require(id), version());
    }

    private void requireAnother(UserId by) {
        if (id.equals(by)) {
            throw new RequestRejected(ProblemCode.ONESELF, "You cannot do this to your own account");
        }
    }
}
