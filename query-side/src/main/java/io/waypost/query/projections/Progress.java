package io.waypost.query.projections;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
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

    /** The last position. */
    long position() {
        return token.getIndex();
    }

    /** The positions below the last one whose events have not been folded in, if there are events. */
    SortedSet<Long> gaps() {
        return token.getGaps();
    }

    /** What is as far as this, but not farther than a position, which is no gap of this. */
    Progress upTo(long position) {
        return position >= position()
                ? this
                : new Progress(GapAwareTrackingToken.newInstance(
                        position, token.getGaps().headSet(position)));
    }

    /** Gaps of this that another one, which is as far or farther, does not have: there may be events by now. */
    SortedSet<Long> gapsClosedBy(Progress farther) {
        SortedSet<Long> closed = new TreeSet<>(gaps());
        closed.removeAll(farther.gaps());
        return closed;
    }

    /** The text for a token table. */
    String json() {
        return JSON.writeValueAsString(token);
    }
}
