package io.waypost.query.projections;

import java.util.Optional;

/**
 * A view that is to be rebuilt.
 *
 * @param name the view
 * @param started whether the tables for it have been created
 * @param token how far it has come
 */
record RebuildRequest(String name, boolean started, Optional<String> token) {

    /** What has been folded into the new tables already. */
    Progress progress() {
        return token.map(Progress::parse).orElseGet(Progress::none);
    }
}
