package io.waypost.command.platform;

import io.waypost.command.platform.Progress.Handled;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the processors of views and policies have come, in whichever process they run. */
@Component
class ProcessorPositions {

    private final JdbcClient jdbc;

    ProcessorPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Progress ofViews() {
        return progress("waypost_read", "%");
    }

    Progress ofPolicy(String name) {
        return progress("waypost_write", name);
    }

    private Progress progress(String schema, String names) {
        // A processor that has not stored a token yet has come nowhere.
        List<Map.Entry<String, Handled>> processors = jdbc.sql("""
                        select processor_name, coalesce((token::json ->> 'index')::bigint, -1) as index,
                               array(select gap::bigint from json_array_elements_text(token::json -> 'gaps') as gap)
                                   as gaps
                          from %s.token_entry
                         where processor_name like ? and processor_name <> '__config'""".formatted(schema))
                .param(names)
                .query((row, number) -> Map.entry(row.getString("processor_name"), handled(row)))
                .list();
        return new Progress(processors.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Handled handled(ResultSet row) throws SQLException {
        Array gaps = row.getArray("gaps");
        return new Handled(row.getLong("index"), Set.of((Long[]) gaps.getArray()));
    }
}
