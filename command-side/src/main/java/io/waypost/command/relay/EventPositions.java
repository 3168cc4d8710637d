package io.waypost.command.relay;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The global positions of events. The token of an event does not tell: where transactions overtook each other, events come
 * with a token that has passed their own position.
 */
final class EventPositions {

    private final JdbcClient jdbc;

    EventPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Long> of(Collection<String> eventIds) {
        return jdbc
                .sql("select event_id, global_index from waypost_write.domain_event where event_id = any(?)")
                .param(eventIds.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
