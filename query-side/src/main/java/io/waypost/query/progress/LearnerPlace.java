package io.waypost.query.progress;

import io.waypost.query.platform.PageRequest;

/**
 * Where a learner with a course stands in the list of a group. It holds the values that are sorted by as they were when
 * the page was read, so that the next page goes on there even if they have changed since. Only the name is not in it: it
 * has no business in addresses, and is looked up.
 *
 * @param order the order of the list, by its word
 * @param rank what is sorted by before the name
 * @param place the place of the course in the group
 */
record LearnerPlace(String order, long rank, long userId, int place) {

    private static final String SEPARATOR = "/";
    private static final int PARTS = 4;

    /**
     * Reads a cursor for a list in an order.
     *
     * @throws io.waypost.platform.web.InvalidInput if it is none that was given out for it
     */
    static LearnerPlace parse(String text, ProgressOrder order) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != PARTS || !parts[0].equals(order.code())) {
            throw PageRequest.invalidCursor();
        }
        try {
            return new LearnerPlace(
                    parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), Integer.parseInt(parts[3]));
        } catch (NumberFormatException e) {
            throw PageRequest.invalidCursor();
        }
    }

    String text() {
        return String.join(SEPARATOR, order, Long.toString(rank), Long.toString(userId), Integer.toString(place));
    }
}
