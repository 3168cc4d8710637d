package io.waypost.benchmarks;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.event.EventCatalog;
import io.waypost.api.event.EventType;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.user.UserEvent;
import io.waypost.platform.eventstore.EventJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.axonframework.common.DateTimeUtils;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tools.jackson.databind.json.JsonMapper;

/** Appends events as the service would write them, by COPY, numbered per aggregate and some hundred milliseconds apart. */
final class HistoryLog implements AutoCloseable {

    private static final int FLUSH_CHARACTERS = 1 << 20;
    private static final Duration STEP = Duration.ofMillis(200);

    private record Aggregate(String id, String type) {}

    private final JsonMapper json = EventJson.mapper();
    private final EventCatalog catalog = EventCatalog.complete();
    private final Random random;
    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder();
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
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                        copy waypost_write.domain_event (event_id, aggregate_id, sequence_number, aggregate_type,
                                                         occurred_at, event_type, revision, payload, metadata)
                        from stdin""");
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
        column(uuid().toString());
        column(aggregate.id());
        column(Long.toString(version));
        column(aggregate.type());
        column(DateTimeUtils.formatInstant(now));
        column(type.name());
        column(Integer.toString(type.revision()));
        column(json.writeValueAsString(payload));
        column("{\"who\":" + who + ",\"request_id\":\"" + uuid() + "\"}");
        rows.setCharAt(rows.length() - 1, '\n');
        now = now.plus(STEP);
        appended++;
        if (rows.length() > FLUSH_CHARACTERS) {
            flush();
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        copy.endCopy();
    }

    private void column(String text) {
        rows.append(text.replace("\\", "\\\\")).append('\t');
    }

    private void flush() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
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
