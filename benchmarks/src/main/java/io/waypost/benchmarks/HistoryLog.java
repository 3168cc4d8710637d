package io.waypost.benchmarks;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.event.EventCatalog;
import io.waypost.api.event.EventType;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.user.UserEvent;
import io.waypost.platform.eventstore.EventJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.axonframework.common.DateTimeUtils;
import tools.jackson.databind.json.JsonMapper;

/** Appends events as the service would write them, many at once, numbered per aggregate and 200 milliseconds apart. */
final class HistoryLog implements AutoCloseable {

    private static final int BATCH = 5000;
    private static final int COLUMNS = 9;
    private static final Duration STEP = Duration.ofMillis(200);

    private record Aggregate(String id, String type) {}

    private final JsonMapper json = EventJson.mapper();
    private final EventCatalog catalog = EventCatalog.complete();
    private final Random random;
    private final Connection connection;
    private final PreparedStatement insert;
    private final List<String[]> rows = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private Instant now;
    private long appended;

    /**
     * @param connection takes the events; they are there when it is committed
     * @param events about how many there will be: the last one happens about now
     */
    HistoryLog(Connection connection, int events, Random random) throws SQLException {
        this.random = random;
        this.now = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(STEP.multipliedBy(events));
        this.connection = connection;
        this.insert = connection.prepareStatement("""
                        insert into waypost_write.domain_event
                               (event_id, aggregate_id, sequence_number, aggregate_type, occurred_at, event_type,
                                revision, payload, metadata)
                        select * from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                                             ?::text[], ?::text[], ?::text[])""");
    }

    /** When the next event happens. */
    Instant now() {
        return now;
    }

    /** How many events there are by now. */
    long appended() {
        return appended;
    }

    /** One more event, which a user caused. */
    void add(long who, Object payload) throws SQLException {
        Aggregate aggregate = aggregate(payload);
        EventType type = catalog.of(payload.getClass()).orElseThrow();
        long version = versions.merge(aggregate.id(), 0L, (before, zero) -> before + 1);
        rows.add(new String[] {
            uuid().toString(),
            aggregate.id(),
            Long.toString(version),
            aggregate.type(),
            DateTimeUtils.formatInstant(now),
            type.name(),
            Integer.toString(type.revision()),
            json.writeValueAsString(payload),
            "{\"who\":" + who + ",\"request_id\":\"" + uuid() + "\"}"
        });
        now = now.plus(STEP);
        appended++;
        if (rows.size() == BATCH) {
            flush();
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        insert.close();
    }

    private void flush() throws SQLException {
        for (int column = 0; column < COLUMNS; column++) {
            int index = column;
            Object[] values = rows.stream().map(row -> row[index]).toArray();
            insert.setArray(column + 1, connection.createArrayOf("text", values));
        }
        insert.executeUpdate();
        rows.clear();
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static Aggregate aggregate(Object payload) {
        return switch (payload) {
            case CourseEvent event -> new Aggregate(event.courseId().toString(), "Course");
            case ModuleEvent event -> new Aggregate(event.moduleId().toString(), "LearningModule");
            case GroupEvent event -> new Aggregate(event.groupId().toString(), "Group");
            case UserEvent event -> new Aggregate(event.userId().toString(), "User");
            case LearnerEvent event -> new Aggregate(event.learnerId().toString(), "Learner");
            default -> throw new IllegalArgumentException("Not an event: " + payload);
        };
    }
}
