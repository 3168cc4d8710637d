package io.waypost.query.projections;

import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which events have been folded in: all up to a position, but for the gaps below it.
 *
 * @param token the same as Axon has it
 */
record Progress(GapAwareTrackingToken token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Nothing yet. */
    static Progress none() {
        return new Progress(GapAwareTrackingToken.newInstance(0, List.of()));
    }

    /** From the text in a token table. */
    static Progress parse(String json) {
        return new Progress(JSON.readValue(json, GapAwareTrackingToken.class));
    }

    /** After an event, and all that were read before it. */
    static Progress after(TrackedEventMessage<?> event) {
        return new Progress(gapAware(event.trackingToken()));
    }

    /** Whether the event has been folded in. */
    boolean includes(TrackedEventMessage<?> event) {
        long position = gapAware(event.trackingToken()).getIndex();
        return position <= token.getIndex() && !token.getGaps().contains(position);
    }

    /** The last position. */
    long position() {
        return token.getIndex();
    }

    /** The text for a token table. */
    String json() {
        return JSON.writeValueAsString(token);
    }

    private static GapAwareTrackingToken gapAware(TrackingToken token) {
        if (token instanceof GapAwareTrackingToken gapAware) {
            return gapAware;
        }
        throw new IllegalArgumentException("Not a token of the event store: " + token);
    }
}
