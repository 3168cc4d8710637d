package io.waypost.command.module;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.module.PostType;
import io.waypost.api.user.SystemRole;
import io.waypost.command.module.ModuleCommand.AddPostToModule;
import io.waypost.command.module.ModuleCommand.MovePostInModule;
import io.waypost.command.module.ModuleCommand.ReorderModulePosts;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.Fields;
import io.waypost.command.platform.IdAllocator;
import io.waypost.command.platform.Move;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Puts posts into modules and orders them. */
@RestController
@RequestMapping("/api/modules/{id}/posts")
class ModulePostsController {

    private final Commands commands;
    private final IdAllocator ids;
    private final ContentReader contents;

    ModulePostsController(Commands commands, IdAllocator ids, ContentReader contents) {
        this.commands = commands;
        this.ids = ids;
        this.contents = contents;
    }

    @Operation(summary = "Adds a post to a module")
    @PostMapping
    @Requires(SystemRole.MANAGER)
    ResponseEntity<PostBody> add(
            @PathVariable("id") ModuleId id, @Valid @RequestBody NewPost post, CommandRequest request) {
        PostContent content = contents.read(PostTypes.named(post.type()), post.content());
        PostId postId = new PostId(ids.next("post"));
        AddPostToModule command = new AddPostToModule(
                id,
                postId,
                post.title(),
                Fields.optionalText(post.description()),
                content,
                Optional.ofNullable(post.ordering()));
        return commands.send(command, ModuleState.class, request)
                .created("/api/posts/" + postId.value(), module -> PostBody.of(module, postId));
    }

    @Operation(summary = "Gives one post of a module another place")
    @PatchMapping("/{post_id}")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<List<ModulePostBody>> move(
            @PathVariable("id") ModuleId id,
            @PathVariable("post_id") PostId postId,
            @RequestBody Move<PostId> move,
            CommandRequest request) {
        MovePostInModule command = new MovePostInModule(id, postId, move.destination());
        return commands.send(command, ModuleState.class, request).ok(ModulePostBody::allOf);
    }

    @Operation(summary = "Puts all posts of a module into a new order")
    @PutMapping("/order")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<List<ModulePostBody>> reorder(
            @PathVariable("id") ModuleId id, @Valid @RequestBody Order order, CommandRequest request) {
        ReorderModulePosts command = new ReorderModulePosts(id, order.postIds());
        return commands.send(command, ModuleState.class, request).ok(ModulePostBody::allOf);
    }

    record NewPost(
            @NotNull(message = "is required") @Size(max = 200, message = "must not be longer than 200 characters")
            String title,

            @Nullable @Size(max = 5000, message = "must not be longer than 5000 characters")
            String description,

            @NotNull(message = "is required") String type,

            @NotNull(message = "is required") @Schema(type = "object")
            JsonNode content,

            @Nullable Integer ordering) {}

    @Schema(name = "ModulePostOrder")
    record Order(@NotNull(message = "is required") List<@NotNull(message = "must be a number") PostId> postIds) {}

    record ModulePostBody(PostId id, String title, Optional<String> description, PostType type, int ordering) {

        static List<ModulePostBody> allOf(ModuleState module) {
            return IntStream.range(0, module.posts().size())
                    .mapToObj(ordering -> of(module.posts().get(ordering), ordering))
                    .toList();
        }

        private static ModulePostBody of(Post post, int ordering) {
            return new ModulePostBody(
                    post.id(), post.title(), post.description(), post.content().type(), ordering);
        }
    }
}
