package io.waypost.command.module;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.module.PostType;
import io.waypost.api.user.SystemRole;
import io.waypost.command.module.ModuleCommand.RemovePostFromModule;
import io.waypost.command.module.ModuleCommand.RevisePost;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.Fields;
import io.waypost.command.platform.lookup.PostLookup;
import io.waypost.platform.security.Requires;
import io.waypost.platform.web.InvalidInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Revises and removes posts, whichever module they belong to. */
@RestController
@RequestMapping("/api/posts/{id}")
class PostController {

    private final Commands commands;
    private final PostLookup posts;
    private final ContentReader contents;

    PostController(Commands commands, PostLookup posts, ContentReader contents) {
        this.commands = commands;
        this.posts = posts;
        this.contents = contents;
    }

    @Operation(summary = "Changes a post; absent fields stay")
    @PatchMapping
    @Requires(SystemRole.MANAGER)
    ResponseEntity<PostBody> revise(
            @PathVariable("id") PostId id, @Valid @RequestBody PostChange change, CommandRequest request) {
        Optional<PostType> type = Fields.changedText(change.type()).map(PostTypes::named);
        Optional<ContentDraft> draft = draft(change.content(), type);
        RevisePost command = new RevisePost(
                posts.moduleOf(id),
                id,
                Fields.changedText(change.title()),
                Fields.changedOptionalText(change.description()),
                type,
                draft);
        return commands.send(command, ModuleState.class, request).ok(module -> PostBody.of(module, id));
    }

    @Operation(summary = "Takes a post out of its module for good")
    @DeleteMapping
    @Requires(SystemRole.MANAGER)
    ResponseEntity<Void> remove(@PathVariable("id") PostId id, CommandRequest request) {
        return commands.send(new RemovePostFromModule(posts.moduleOf(id), id), ModuleState.class, request)
                .noContent();
    }

    /** Where the sender says the type, the form of the content is judged before anything is looked up. */
    private Optional<ContentDraft> draft(JsonNullable<JsonNode> content, Optional<PostType> type) {
        if (!content.isPresent()) {
            return Optional.empty();
        }
        JsonNode sent = Optional.ofNullable(content.get())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> InvalidInput.of("content", "must be an object"));
        Optional<PostContent> read = type.map(known -> contents.read(known, sent));
        return Optional.of(actual -> read.orElseGet(() -> contents.read(actual, sent)));
    }

    record PostChange(
            JsonNullable<
                            @NotNull(message = "must be a text")
                            @Size(max = 200, message = "must not be longer than 200 characters") String>
                    title,
            JsonNullable<@Size(max = 5000, message = "must not be longer than 5000 characters") String> description,
            JsonNullable<@NotNull(message = "must be a text") String> type,
            @Schema(type = "object") JsonNullable<JsonNode> content) {}
}
