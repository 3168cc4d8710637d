package io.waypost.query.platform;

import io.waypost.api.user.UserId;
import io.waypost.platform.eventstore.StableNamesSerializer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what had happened to some things up to a position of the log, so that they can be told as they were then. The
 * tables of the views know only how things are now.
 */
@Component
public class PastEvents {

    private static final String OF_AGGREGATES = """
            select aggregate_type, aggregate_id, sequence_number, event_id, occurred_at, event_type, revision, payload,
                   metadata
              from waypost_write.domain_event
             where aggregate_id = any (?) and global_index <= ?
             order by global_index
            """;

    /** The condition on the type is that of the index, word for word, or the index is not used. */
    private static final String GROUPS_OF_MEMBER = """
            select distinct aggregate_id
              from waypost_write.domain_event
             where (payload::jsonb ->> 'user_id')::bigint = ? and global_index <= ?
               and event_type in
                   ('MemberAddedToGroup', 'MemberRoleChanged', 'MemberRemovedFromGroup', 'GroupOwnershipInherited')
            """;

    private final JdbcClient jdbc;
    private final StableNamesSerializer serializer;
    private final EventUpcasterChain upcasters;

    PastEvents(
            JdbcClient jdbc,
            @Qualifier("eventSerializer") StableNamesSerializer serializer,
            ObjectProvider<EventUpcaster> upcasters) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.upcasters = new EventUpcasterChain(upcasters.orderedStream().toList());
    }

    /**
     * The events of some aggregates up to a position, in the order in which they happened.
     *
     * @param aggregates their identifiers, such as {@code course-42}
     */
    public List<ViewEvent> of(Collection<String> aggregates, long position) {
        if (aggregates.isEmpty()) {
            return List.of();
        }
        List<GenericDomainEventEntry<String>> stored = jdbc.sql(OF_AGGREGATES)
                .param(aggregates.toArray(String[]::new))
                .param(position)
                .query((row, number) -> stored(row))
                .list();
        return EventStreamUtils.asStream(
                        EventStreamUtils.upcastAndDeserializeDomainEvents(stored.stream(), serializer, upcasters))
                .map(ViewEvent::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The groups, as {@code group-3}, that a user had been a member of by then, also those that were left again. */
    public List<String> groupsOfMember(UserId user, long position) {
        return jdbc.sql(GROUPS_OF_MEMBER)
                .param(user.value())
                .param(position)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static GenericDomainEventEntry<String> stored(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence_number"),
                row.getString("event_id"),
                row.getString("occurred_at"),
                row.getString("event_type"),
                row.getString("revision"),
                row.getString("payload"),
                row.getString("metadata"));
    }
}
