package io.waypost.query.history;

import io.waypost.api.user.UserId;
import io.waypost.query.platform.PersonalRecords;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a user did, as a part of everything that is held about a person. Only that it was done, and when: what it was done
 * to may be somebody else's.
 */
@Component
@Order(2)
class UserActions implements PersonalRecords {

    private static final int READ_AT_ONCE = 1000;

    private final JdbcClient jdbc;

    UserActions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "actions";
    }

    @Override
    public void each(UserId user, Consumer<Object> record) {
        RowCallbackHandler eachRow = row -> record.accept(new Action(
                row.getLong("global_index"), row.getString("event_type"), Instant.parse(row.getString("occurred_at"))));
        jdbc.sql("""
                        select global_index, event_type, occurred_at
                          from waypost_write.domain_event
                         where (metadata::jsonb ->> 'who')::bigint = ?
                         order by global_index desc
                        """).withFetchSize(READ_AT_ONCE).param(user.value()).query(eachRow);
    }

    /**
     * Something that the user did.
     *
     * @param position the place of the event in the log
     */
    record Action(long position, String type, Instant at) {}
}
