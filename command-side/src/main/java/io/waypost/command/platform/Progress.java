package io.waypost.command.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/**
 * How far a group of processors has come.
 *
 * @param processors what each of them has handled, by its name
 */
record Progress(Map<String, Handled> processors) {

    /** Nobody has come anywhere. */
    static final Progress NONE = new Progress(Map.of());

    /** Whether there are processors at all and each of them has handled the event at the position. */
    boolean covers(long position) {
        return !processors.isEmpty() && processors.values().stream().allMatch(handled -> handled.covers(position));
    }

    /** The same with one of the group at another place; one that does not belong to the group changes nothing. */
    Progress with(String processor, Handled handled) {
        if (!processors.containsKey(processor)) {
            return this;
        }
        Map<String, Handled> changed = new HashMap<>(processors);
        changed.put(processor, handled);
        return new Progress(Map.copyOf(changed));
    }

    /**
     * What one processor has handled.
     *
     * @param index the highest position
     * @param gaps positions below it that have not turned up yet
     */
    record Handled(long index, Set<Long> gaps) {

        /** What a token says. */
        static Handled of(GapAwareTrackingToken token) {
            return new Handled(token.getIndex(), new TreeSet<>(token.getGaps()));
        }

        boolean covers(long position) {
            return position <= index && !gaps.contains(position);
        }
    }
}
