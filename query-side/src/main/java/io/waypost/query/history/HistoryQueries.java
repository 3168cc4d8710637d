package io.waypost.query.history;

import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import io.waypost.platform.eventstore.EventJson;
import io.waypost.query.history.HistoryItem.Who;
import io.waypost.query.platform.Page;
import io.waypost.query.platform.PageRequest;
import io.waypost.query.platform.Usernames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads histories, newest first, from the log itself. The cursor is a position: what happens while somebody turns the
 * pages stands in front of the first one.
 *
 * <p>Each branch of a history is read in the order of an index and only as far as the page goes. Within an aggregate the
 * positions grow with the sequence numbers, which are in the index; so the place to begin is looked up.
 */
@Component
class HistoryQueries {

    private static final String OF_AGGREGATE = """
            (select global_index, event_id, event_type, occurred_at, payload, metadata
               from waypost_write.domain_event
              where aggregate_id = :aggregate and global_index < :before
                and sequence_number < coalesce((select c.sequence_number
                                                  from waypost_write.domain_event c
                                                 where c.global_index = :before and c.aggregate_id = :aggregate),
                                               9223372036854775807)
              order by sequence_number desc
              limit :limit)
            """;

    /** The condition on the type is that of the index, word for word, or the index is not used. */
    private static final String OF_MEMBER = """
            (select global_index, event_id, event_type, occurred_at, payload, metadata
               from waypost_write.domain_event
              where (payload::jsonb ->> 'user_id')::bigint = :member and global_index < :before
                and event_type in
                    ('MemberAddedToGroup', 'MemberRoleChanged', 'MemberRemovedFromGroup', 'GroupOwnershipInherited')
              order by global_index desc
              limit :limit)
            """;

    private static final String EVENTS =
            "select global_index, event_id, event_type, occurred_at, payload, (metadata::jsonb ->> 'who')::bigint as who from (";

    private static final String NEWEST = ") as event order by global_index desc limit :limit";

    private final JdbcClient jdbc;
    private final Usernames usernames;
    private final JsonMapper json = EventJson.mapper();

    HistoryQueries(JdbcClient jdbc, Usernames usernames) {
        this.jdbc = jdbc;
        this.usernames = usernames;
    }

    /**
     * A page of the history of something that exists or did exist.
     *
     * @throws RequestRejected if it never existed
     */
    Page<HistoryItem> page(HistorySubject subject, PageRequest request) {
        boolean known = jdbc.sql("select exists (select from waypost_write.domain_event where aggregate_id = ?)")
                .param(subject.own())
                .query(Boolean.class)
                .single();
        if (!known) {
            throw RequestRejected.notFound(subject.kind());
        }
        List<HistoryItem> items = before(subject, request.afterNumber(), request.readLimit());
        return Page.of(items, request, item -> Long.toString(item.position()));
    }

    /** The last events before a position, or before the end of the log, newest first. */
    List<HistoryItem> before(HistorySubject subject, Optional<Long> position, int limit) {
        List<String> branches = new ArrayList<>();
        for (int i = 0; i < subject.aggregates().size(); i++) {
            branches.add(OF_AGGREGATE.replace(":aggregate", ":aggregate" + i));
        }
        subject.member().ifPresent(member -> branches.add(OF_MEMBER));
        JdbcClient.StatementSpec statement = jdbc.sql(EVENTS + String.join(" union all ", branches) + NEWEST)
                .param("before", position.orElse(Long.MAX_VALUE))
                .param("limit", limit);
        for (int i = 0; i < subject.aggregates().size(); i++) {
            statement = statement.param("aggregate" + i, subject.aggregates().get(i));
        }
        if (subject.member().isPresent()) {
            statement = statement.param("member", subject.member().get().value());
        }
        return withNames(statement.query((row, number) -> stored(row)).list());
    }

    private List<HistoryItem> withNames(List<StoredEvent> events) {
        Map<UserId, String> names = usernames.of(
                events.stream().map(StoredEvent::who).flatMap(Optional::stream).toList());
        return events.stream()
                .map(event -> new HistoryItem(
                        event.position(),
                        event.eventId(),
                        event.type(),
                        event.at(),
                        event.who().map(who -> new Who(who.value(), names.getOrDefault(who, ""))),
                        json.readTree(event.payload())))
                .toList();
    }

    private static StoredEvent stored(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("global_index"),
                row.getString("event_id"),
                row.getString("event_type"),
                Instant.parse(row.getString("occurred_at")),
                Optional.ofNullable(row.getObject("who", Long.class)).map(UserId::new),
                row.getString("payload"));
    }

    private record StoredEvent(
            long position, String eventId, String type, Instant at, Optional<UserId> who, String payload) {}
}
