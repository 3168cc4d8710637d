package io.waypost.command.platform.lookup;

import io.waypost.api.module.ModuleEvent.ModuleDeleted;
import io.waypost.api.module.ModuleEvent.PostAddedToModule;
import io.waypost.api.module.ModuleEvent.PostRemovedFromModule;
import io.waypost.api.module.ModuleEvent.PostRevised;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.platform.eventstore.EventJson;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;

/** Which posts there are, in which modules, and what quizzes and videos ask for. */
@Component
@ProcessingGroup(ProcessingGroups.LOOKUPS)
public class PostLookup {

    private final JdbcClient jdbc;
    private final ObjectWriter json = EventJson.mapper().writerFor(PostContent.class);

    PostLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The module that a post belongs to.
     *
     * @throws RequestRejected if there is no such post
     */
    public ModuleId moduleOf(PostId postId) {
        return jdbc.sql("select module_id from waypost_write.post_lookup where post_id = ?")
                .param(postId.value())
                .query((row, number) -> new ModuleId(row.getLong("module_id")))
                .optional()
                .orElseThrow(() -> RequestRejected.notFound("Post"));
    }

    @EventHandler
    void on(PostAddedToModule event) {
        jdbc.sql("""
                        insert into waypost_write.post_lookup (post_id, module_id, revision, content)
                        values (:post, :module, 1, cast(:content as jsonb))
                        on conflict do nothing""")
                .param("post", event.postId().value())
                .param("module", event.moduleId().value())
                .param("content", asked(event.content()))
                .update();
    }

    @EventHandler
    void on(PostRevised event) {
        jdbc.sql("""
                        update waypost_write.post_lookup
                           set revision = revision + 1, content = cast(:content as jsonb)
                         where post_id = :post""")
                .param("post", event.postId().value())
                .param("content", asked(event.content()))
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

    /** Texts and files are only looked at: nothing of them matters to whether they can be completed. */
    private @Nullable String asked(PostContent content) {
        return switch (content.type()) {
            case QUIZ, VIDEO -> json.writeValueAsString(content);
            case DEFAULT, ATTACHMENT -> null;
        };
    }
}
