package io.waypost.command.relay;

import io.waypost.platform.eventstore.StoredEventReader;
import io.waypost.platform.eventstore.WakingEventSource;
import java.time.Clock;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log as pages of rows. */
final class PageSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WakingEventSource log;

    PageSource(JdbcClient jdbc, Clock clock, WakingEventSource log) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        GapAwareTrackingToken from = token instanceof GapAwareTrackingToken known ? known : beginning();
        return new PageStream(new StoredEventReader(jdbc, clock, from), log);
    }

    @Override
    public TrackingToken createTailToken() {
        return beginning();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    private static GapAwareTrackingToken beginning() {
        return GapAwareTrackingToken.newInstance(0, List.of());
    }
}
