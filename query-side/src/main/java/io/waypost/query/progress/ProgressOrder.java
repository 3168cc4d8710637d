package io.waypost.query.progress;

import io.waypost.platform.web.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * In which order the learners of a group are listed. Those who are level stand in the order of their names, those of the
 * same name by number, and the courses of one learner as in the group.
 *
 * @param sort by what
 * @param descending from the most on, or from Z on
 */
record ProgressOrder(Sort sort, boolean descending) {

    /** By what. */
    enum Sort {
        /** How far they are. */
        PERCENT("percent::bigint", true),
        /** Last name, first name, username. */
        NAME("0::bigint", false),
        /** When they last did something; who never did stands at the end. */
        LAST_ACTIVITY("(extract(epoch from last_activity_at) * 1000000)::bigint", true);

        private final String expression;
        private final boolean descendingFirst;

        Sort(String expression, boolean descendingFirst) {
            this.expression = expression;
            this.descendingFirst = descendingFirst;
        }

        /** The name in requests. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads the parameters {@code sort} and {@code order}.
     *
     * @throws InvalidInput if they are none
     */
    static ProgressOrder of(Optional<String> sort, Optional<String> order) {
        Sort by = sort.isEmpty()
                ? Sort.NAME
                : Arrays.stream(Sort.values())
                        .filter(candidate -> candidate.code().equals(sort.get()))
                        .findFirst()
                        .orElseThrow(() -> InvalidInput.of("sort", "must be percent, name or last_activity"));
        if (order.isPresent() && !order.get().equals("asc") && !order.get().equals("desc")) {
            throw InvalidInput.of("order", "must be asc or desc");
        }
        return new ProgressOrder(by, order.map("desc"::equals).orElse(by.descendingFirst));
    }

    /** The number that is sorted by before the name, in SQL: it rises from row to row, and is largest where there is none. */
    String rank() {
        return "coalesce(" + (descending ? "-" : "") + sort.expression + ", " + Long.MAX_VALUE + ")";
    }

    /** The order of the rows, in SQL. */
    String orderBy(String row) {
        return row + ".rank, " + row + ".name" + (namesDescend() ? " desc, " : ", ") + row + ".user_id, " + row
                + ".place";
    }

    /** What is true of the rows after a place, in SQL. */
    String after() {
        return namesDescend()
                ? "(r.name < :name or (r.name = :name and (r.user_id, r.place) > (:user, :place)))"
                : "(r.rank, r.name, r.user_id, r.place) > (:rank, :name, :user, :place)";
    }

    /** The order as a word. */
    String code() {
        return sort.code() + (descending ? "-desc" : "-asc");
    }

    private boolean namesDescend() {
        return sort == Sort.NAME && descending;
    }
}
