package io.waypost.command.module;

import io.waypost.api.module.ModuleEvent.ModuleDeleted;
import io.waypost.api.module.ModuleEvent.PostAddedToModule;
import io.waypost.api.module.ModuleEvent.PostRemovedFromModule;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.platform.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which module a post belongs to. Kept in the transaction of the events. */
@Component
@ProcessingGroup(ProcessingGroups.LOOKUPS)
class PostLookup {

    private final JdbcClient jdbc;

    PostLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The module that a post belongs to.
     *
     * @throws RequestRejected if there is no such post
     */
    ModuleId moduleOf(PostId postId) {
        return jdbc.sql("select module_id from waypost_write.post_lookup where post_id = ?")
                .param(postId.value())
                .query((row, number) -> new ModuleId(row.getLong("module_id")))
                .optional()
                .orElseThrow(() -> RequestRejected.notFound("Post"));
    }

    @EventHandler
    void on(PostAddedToModule event) {
        jdbc.sql("""
                        insert into waypost_write.post_lookup (post_id, module_id) values (?, ?)
                        on conflict do nothing""")
                .param(event.postId().value())
                .param(event.moduleId().value())
                .update();
    }

    @EventHandler
    void on(PostRemovedFromModule event) {
        jdbc.sql("delete from waypost_write.post_lookup where post_id = ?")
                .param(event.postId().value())
                .update();
    }

    @EventHandler
    void on(ModuleDeleted event) {
        jdbc.sql("delete from waypost_write.post_lookup where module_id = ?")
                .param(event.moduleId().value())
                .update();
    }
}
