package io.waypost.command.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the event log ends. */
@Component
class EventLogHead {

    private final JdbcClient jdbc;

    EventLogHead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long position() {
        return jdbc.sql("select coalesce(max(global_index), 0) from waypost_write.domain_event")
                .query(Long.class)
                .single();
    }

    Positions positions(String aggregateId) {
        return jdbc.sql("""
                        select (select coalesce(max(global_index), 0) from waypost_write.domain_event) as head,
                               (select coalesce(max(sequence_number), -1) from waypost_write.domain_event
                                 where aggregate_id = ?) as version""").param(aggregateId).query(Positions.class).single();
    }

    /**
     * Both ends.
     *
     * @param head the position of the last event of all
     * @param version the sequence number of the last event of the aggregate
     */
    record Positions(long head, long version) {}
}
