package io.waypost.command.account;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.api.user.UserId;
import io.waypost.command.account.UserCommand.RegisterUser;
import io.waypost.command.platform.VersionedAggregate;
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

    User() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    UserState handle(RegisterUser command, Accounts accounts) {
        accounts.insert(command.userId(), command.account());
        AggregateLifecycle.apply(
                new UserRegistered(command.userId(), command.account().role()));
        return new UserState(id, role, version());
    }

    @EventSourcingHandler
    void on(UserRegistered event) {
        id = event.userId();
        role = event.role();
    }
}
