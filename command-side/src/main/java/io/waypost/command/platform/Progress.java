package io.waypost.command.platform;

import java.util.List;
import java.util.Set;

/**
 * How far a group of processors has come.
 *
 * @param processors what each of them has handled
 */
record Progress(List<Handled> processors) {

    /** Nobody has come anywhere. */
    static final Progress NONE = new Progress(List.of());

    /** Whether there are processors at all and each of them has handled the event at the position. */
    boolean covers(long position) {
        return !processors.isEmpty() && processors.stream().allMatch(handled -> handled.covers(position));
    }

    /**
     * What one processor has handled.
     *
     * @param index the highest position
     * @param gaps positions below it that have not turned up yet
     */
    record Handled(long index, Set<Long> gaps) {

        boolean covers(long position) {
            return position <= index && !gaps.contains(position);
        }
    }
}
