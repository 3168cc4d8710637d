package io.waypost.command.projections;

import io.waypost.api.user.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The requests that the query side works off. The gateway sends what changes something to command nodes, while views are
 * rebuilt on query nodes: a row in the shared database goes between them.
 */
@Component
class RebuildRequests {

    private final JdbcClient jdbc;

    RebuildRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there is a view of that name. */
    boolean isView(String name) {
        return jdbc.sql("""
                        select exists (select 1 from waypost_read.token_entry
                                        where processor_name = ? and processor_name <> '__config')""").param(name).query(Boolean.class).single();
    }

    /** Asks for a rebuild; false if one is under way. */
    boolean add(String name, UserId requestedBy) {
        return jdbc.sql("""
                                insert into waypost_read.projection_rebuild (name, requested_by) values (?, ?)
                                on conflict do nothing""").param(name).param(requestedBy.value()).update() == 1;
    }
}
