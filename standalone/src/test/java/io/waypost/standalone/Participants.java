package io.waypost.standalone;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.api.user.UserId;
import io.waypost.command.platform.IdAllocator;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets users come and go without the cost of passwords, and gives them tokens. */
record Participants(RunningWaypost waypost) {

    /** A new user, called after their number. */
    long user() {
        return registered(SystemRole.USER);
    }

    long manager() {
        return registered(SystemRole.MANAGER);
    }

    static String nameOf(long user) {
        return "Person-" + user;
    }

    static String emailOf(long user) {
        return "Person-" + user + "@Example.org";
    }

    /** A client for a user. */
    Api parent(long user) {
        return Api.of(waypost.url()).withToken(new Tokens(waypost).of(user, SystemRole.USER.code()));
    }

    /** A client for a manager. */
    Api manager(long user) {
        return Api.of(waypost.url()).withToken(new Tokens(waypost).of(user, SystemRole.MANAGER.code()));
    }

    void erase(long user) {
        Api.of(waypost.url()).signedInAsAdmin().delete("/api/users/" + user).expect(204);
    }

    private long registered(SystemRole role) {
        long id = waypost.context().getBean(IdAllocator.class).next("user");
        waypost.context()
                .getBean(JdbcClient.class)
                .sql("""
                        insert into waypost_write.account (id, username, email, password_hash, role, created_at, updated_at)
                        values (?, ?, ?, 'none', ?, now(), now())""")
                .param(id)
                .param(nameOf(id))
                .param(emailOf(id))
                .param(role.code())
                .update();
        happened(0, new UserRegistered(new UserId(id), role));
        return id;
    }

    private void happened(long version, UserEvent event) {
        waypost.context()
                .getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>("User", event.userId().toString(), version, event));
    }
}
