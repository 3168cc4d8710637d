package io.waypost.command.course;

import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleEvent.ModuleCreated;
import io.waypost.api.module.ModuleEvent.ModuleDeleted;
import io.waypost.api.module.ModuleEvent.ModuleRevised;
import io.waypost.api.module.ModuleId;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.platform.ProcessingGroups;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What courses know of modules: that they exist, and what they are called. Kept in the transaction of the events. */
@Component
@ProcessingGroup(ProcessingGroups.LOOKUPS)
class ModuleLookup {

    private final JdbcClient jdbc;

    ModuleLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes sure that a module exists, and that it goes on existing until the transaction ends.
     *
     * @throws RequestRejected if it does not exist
     */
    void require(ModuleId moduleId) {
        boolean exists = jdbc.sql("select module_id from waypost_write.module_lookup where module_id = ? for key share")
                .param(moduleId.value())
                .query(Long.class)
                .optional()
                .isPresent();
        if (!exists) {
            throw RequestRejected.notFound("Module");
        }
    }

    /** The descriptions of those modules that exist, in the order asked for. */
    List<Entry> describe(List<ModuleId> moduleIds) {
        Long[] ids = moduleIds.stream().map(ModuleId::value).toArray(Long[]::new);
        Map<ModuleId, Entry> found = jdbc
                .sql(
                        "select module_id, title, description, color from waypost_write.module_lookup where module_id = any (?)")
                .param(ids)
                .query((row, number) -> new Entry(
                        new ModuleId(row.getLong("module_id")),
                        row.getString("title"),
                        Optional.ofNullable(row.getString("description")),
                        Optional.ofNullable(row.getString("color"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        return moduleIds.stream()
                .map(id -> Optional.ofNullable(found.get(id)))
                .flatMap(Optional::stream)
                .toList();
    }

    @EventHandler
    void on(ModuleCreated event) {
        write(event.moduleId(), event.title(), event.description(), event.color());
    }

    @EventHandler
    void on(ModuleRevised event) {
        write(event.moduleId(), event.title(), event.description(), event.color());
    }

    @EventHandler
    void on(ModuleDeleted event) {
        jdbc.sql("delete from waypost_write.module_lookup where module_id = ?")
                .param(event.moduleId().value())
                .update();
    }

    private void write(ModuleId id, String title, Optional<String> description, Optional<Color> color) {
        jdbc.sql("""
                        insert into waypost_write.module_lookup (module_id, title, description, color)
                        values (?, ?, ?, ?)
                        on conflict (module_id) do update
                           set title = excluded.title, description = excluded.description, color = excluded.color""")
                .param(id.value())
                .param(title)
                .param(description.orElse(null))
                .param(color.map(Color::value).orElse(null))
                .update();
    }

    /** A module as a course shows it. */
    record Entry(ModuleId id, String title, Optional<String> description, Optional<String> color) {}
}
