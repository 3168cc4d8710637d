package io.waypost.query.projections;

import io.waypost.query.projections.ProjectionAnswer.RebuildAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the token tables, and not from processors of this process, so that every node gives the same answer. */
@Component
class ProjectionQueries {

    private static final String ALL = """
            with token as (
              select processor_name, segment, token, 'view' as kind
                from waypost_read.token_entry
               where processor_name <> '__config'
               union all
              select processor_name, segment, token,
                     case when processor_name = 'kafka-relay' then 'relay' else 'policy' end
                from waypost_write.token_entry
               where processor_name <> '__config'
            ),
            processor as (
              select processor_name, kind, count(*) as segments,
                     min(coalesce((token::jsonb ->> 'index')::bigint, 0)) as position,
                     string_agg(token, ',' order by segment) as tokens
                from token
               group by processor_name, kind
            ),
            gap as (
              select t.processor_name, count(distinct e.global_index) as unhandled
                from token t
                join processor p using (processor_name)
               cross join lateral jsonb_array_elements_text(t.token::jsonb -> 'gaps') g
                join waypost_write.domain_event e on e.global_index = g::bigint and e.global_index <= p.position
               group by t.processor_name
            )
            select p.processor_name, p.kind, p.segments, p.position,
                   (select coalesce(max(e.global_index), 0) from waypost_write.domain_event e) as head,
                   (select count(*) from waypost_write.domain_event e where e.global_index > p.position)
                     + coalesce(g.unhandled, 0) as lag,
                   r.name is not null as replaying, r.position as rebuild_position, r.requested_at,
                   coalesce(f.message, r.error) as error
              from processor p
              left join gap g using (processor_name)
              left join waypost_read.projection_rebuild r on r.name = p.processor_name
              left join waypost_read.projection_error f
                     on f.processor_name = p.processor_name and f.token is not distinct from p.tokens
             order by p.kind desc, p.processor_name
            """;

    private final JdbcClient jdbc;

    ProjectionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every view, relay and policy that has ever run. */
    List<ProjectionAnswer> all() {
        return jdbc.sql(ALL).query((row, number) -> projection(row)).list();
    }

    private static ProjectionAnswer projection(ResultSet row) throws SQLException {
        boolean replaying = row.getBoolean("replaying");
        return new ProjectionAnswer(
                row.getString("processor_name"),
                row.getString("kind"),
                row.getLong("position"),
                row.getLong("head"),
                row.getLong("lag"),
                replaying,
                replaying
                        ? Optional.of(new RebuildAnswer(
                                row.getLong("rebuild_position"),
                                row.getObject("requested_at", OffsetDateTime.class)
                                        .toInstant()))
                        : Optional.empty(),
                Optional.ofNullable(row.getString("error")),
                row.getInt("segments"));
    }
}
