package io.waypost.benchmarks;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.api.user.UserId;
import io.waypost.platform.eventstore.EventJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Makes many users at once: through the API each would cost the hashing of a password. */
final class Users {

    /** Below the numbers that the service gives to users in the meantime there are none; these are far above. */
    private static final long FIRST = 1_000_000;

    private static final int BATCH = 1000;

    private Users() {}

    /** Makes users who exist for commands and queries alike; the number of the first, which the others follow. */
    static long make(Service service, int count) {
        JsonMapper json = EventJson.mapper();
        try (Connection connection = service.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement account = connection.prepareStatement("""
                            insert into waypost_write.account (id, username, email, password_hash, role, created_at, updated_at)
                            values (?, ?, ?, 'none', 'user', now(), now())""");
                    PreparedStatement lookup =
                            connection.prepareStatement("insert into waypost_write.user_lookup (user_id) values (?)");
                    PreparedStatement event = connection.prepareStatement("""
                            insert into waypost_write.domain_event
                                   (event_id, aggregate_id, sequence_number, aggregate_type, occurred_at, event_type,
                                    revision, payload, metadata)
                            values (?, ?, 0, 'User', ?, 'UserRegistered', '1', ?, '{}')""")) {
                for (int i = 0; i < count; i++) {
                    UserId user = new UserId(FIRST + i);
                    account.setLong(1, user.value());
                    account.setString(2, nameOf(user.value()));
                    account.setString(3, nameOf(user.value()) + "@example.org");
                    account.addBatch();
                    lookup.setLong(1, user.value());
                    lookup.addBatch();
                    event.setString(1, UUID.randomUUID().toString());
                    event.setString(2, user.toString());
                    event.setString(3, Instant.now().toString());
                    event.setString(4, json.writeValueAsString(new UserRegistered(user, SystemRole.USER)));
                    event.addBatch();
                    if (i % BATCH == BATCH - 1 || i == count - 1) {
                        account.executeBatch();
                        lookup.executeBatch();
                        event.executeBatch();
                    }
                }
            }
            connection.commit();
            return FIRST;
        } catch (SQLException e) {
            throw new IllegalStateException("The users cannot be made", e);
        }
    }

    /** Only the accounts, and that there are such users; what happened to them is for others to say. */
    static void accounts(Connection connection, long first, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        with made as (
                          insert into waypost_write.account
                                 (id, username, email, password_hash, role, created_at, updated_at)
                          select id, 'bench-' || id, 'bench-' || id || '@example.org', 'none', 'user', now(), now()
                            from generate_series(?::bigint, ?::bigint) as id
                          returning id)
                        insert into waypost_write.user_lookup (user_id) select id from made""")) {
            statement.setLong(1, first);
            statement.setLong(2, first + count - 1);
            statement.executeUpdate();
        }
    }

    /** A list of that many users, as groups import it. */
    static String list(long first, int count) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < count; i++) {
            list.append(nameOf(first + i)).append('\n');
        }
        return list.toString();
    }

    static String nameOf(long user) {
        return "bench-" + user;
    }
}
