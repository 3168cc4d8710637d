package io.waypost.query.platform;

import java.util.List;
import java.util.Set;

/**
 * Folds events into tables. It decides nothing, reads no clock and has no effect but its rows, so that it can be rebuilt
 * from the first event at any time and comes out the same.
 */
public interface View {

    /** The name, also of its processor and its token. */
    String name();

    /** Its tables, without schema, in the order in which they are locked. */
    List<String> tables();

    /** What it folds: events, or the interfaces that they are nested in. A rebuild reads nothing else. */
    Set<Class<?>> folds();

    /**
     * Folds events into the tables. Events that the view has no use for, or has folded in before, change nothing.
     *
     * @param batch events in the order in which they happened
     * @param target where the tables are: the live ones, or those of a rebuild
     */
    void apply(List<ViewEvent> batch, ReadSchema target);
}
