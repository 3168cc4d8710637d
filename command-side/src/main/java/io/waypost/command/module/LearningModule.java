package io.waypost.command.module;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleEvent.ModuleCreated;
import io.waypost.api.module.ModuleEvent.ModuleDeleted;
import io.waypost.api.module.ModuleEvent.ModulePostsReordered;
import io.waypost.api.module.ModuleEvent.ModuleRevised;
import io.waypost.api.module.ModuleEvent.PostAddedToModule;
import io.waypost.api.module.ModuleEvent.PostMovedInModule;
import io.waypost.api.module.ModuleEvent.PostRemovedFromModule;
import io.waypost.api.module.ModuleEvent.PostRevised;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.module.PostType;
import io.waypost.api.ordering.Ordering;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.module.ModuleCommand.AddPostToModule;
import io.waypost.command.module.ModuleCommand.CreateModule;
import io.waypost.command.module.ModuleCommand.DeleteModule;
import io.waypost.command.module.ModuleCommand.MovePostInModule;
import io.waypost.command.module.ModuleCommand.RemovePostFromModule;
import io.waypost.command.module.ModuleCommand.ReorderModulePosts;
import io.waypost.command.module.ModuleCommand.ReviseModule;
import io.waypost.command.module.ModuleCommand.RevisePost;
import io.waypost.command.platform.RequiredText;
import io.waypost.command.platform.VersionedAggregate;
import io.waypost.platform.web.InvalidInput;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A module: its texts and colour, and its posts in their order. */
@Aggregate(type = "LearningModule", cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@SuppressWarnings("NullAway.Init") // an aggregate is filled by its first event
public class LearningModule extends VersionedAggregate {

    @AggregateIdentifier
    private ModuleId id;

    private String title;
    private Optional<String> description;
    private Optional<Color> color;
    private Posts posts = Posts.none();
    private Instant createdAt;
    private Instant updatedAt;

    LearningModule() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    ModuleState handle(CreateModule command) {
        return apply(
                new ModuleCreated(command.moduleId(), titled(command.title()), command.description(), command.color()));
    }

    @CommandHandler
    ModuleState handle(ReviseModule command) {
        ModuleRevised revised = new ModuleRevised(
                id,
                command.title().map(LearningModule::titled).orElse(title),
                command.description().orElse(description),
                command.color().orElse(color));
        return revised.equals(new ModuleRevised(id, title, description, color)) ? state() : apply(revised);
    }

    @CommandHandler
    ModuleState handle(AddPostToModule command) {
        PostId postId = command.postId();
        Ordering<PostId> after = posts.order().insert(postId, command.ordering());
        return apply(new PostAddedToModule(
                id,
                postId,
                postTitled(command.title()),
                command.description(),
                RequiredContentTexts.of(command.content()),
                after.positionOf(postId),
                after.items()));
    }

    @CommandHandler
    ModuleState handle(RevisePost command) {
        Post post = posts.require(command.postId());
        PostType type = post.content().type();
        if (command.type().filter(sent -> sent != type).isPresent()) {
            throw InvalidInput.of("type", "cannot be changed");
        }
        PostContent content = command.content().map(draft -> draft.readAs(type)).orElse(post.content());
        PostRevised revised = new PostRevised(
                id,
                post.id(),
                command.title().map(LearningModule::postTitled).orElse(post.title()),
                command.description().orElse(post.description()),
                RequiredContentTexts.of(content));
        return revised.equals(new PostRevised(id, post.id(), post.title(), post.description(), post.content()))
                ? state()
                : apply(revised);
    }

    @CommandHandler
    ModuleState handle(MovePostInModule command) {
        PostId postId = posts.require(command.postId()).id();
        Ordering<PostId> order = posts.order();
        if (command.destination()
                .predecessorNeeded()
                .filter(other -> !order.contains(other))
                .isPresent()) {
            throw new RequestRejected(
                    ProblemCode.PREDECESSOR_NOT_IN_MODULE, "The post to follow is not in this module");
        }
        Ordering<PostId> after = order.move(postId, command.destination());
        return after.equals(order)
                ? state()
                : apply(new PostMovedInModule(id, postId, after.positionOf(postId), after.items()));
    }

    @CommandHandler
    ModuleState handle(ReorderModulePosts command) {
        Ordering<PostId> order = posts.order();
        if (!order.isPermutation(command.postIds())) {
            throw new RequestRejected(
                    ProblemCode.NOT_A_PERMUTATION,
                    "The new order must hold exactly the posts of the module, each once");
        }
        Ordering<PostId> after = order.permute(command.postIds());
        return after.equals(order) ? state() : apply(new ModulePostsReordered(id, after.items()));
    }

    @CommandHandler
    ModuleState handle(RemovePostFromModule command) {
        PostId postId = posts.require(command.postId()).id();
        return apply(new PostRemovedFromModule(
                id, postId, posts.order().remove(postId).items()));
    }

    @CommandHandler
    ModuleState handle(DeleteModule command) {
        return apply(new ModuleDeleted(command.moduleId()));
    }

    @EventSourcingHandler
    void on(ModuleCreated event, @Timestamp Instant at) {
        id = event.moduleId();
        title = event.title();
        description = event.description();
        color = event.color();
        createdAt = at;
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(ModuleRevised event, @Timestamp Instant at) {
        title = event.title();
        description = event.description();
        color = event.color();
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(PostAddedToModule event, @Timestamp Instant at) {
        Post post = new Post(event.postId(), event.title(), event.description(), event.content(), at, at);
        posts = posts.with(post, event.postIds());
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(PostRevised event, @Timestamp Instant at) {
        Instant madeAt = posts.require(event.postId()).createdAt();
        posts = posts.replacing(
                new Post(event.postId(), event.title(), event.description(), event.content(), madeAt, at));
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(ModuleEvent.PostsOrdered event, @Timestamp Instant at) {
        posts = posts.in(event.postIds());
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(ModuleDeleted event, @Timestamp Instant at) {
        updatedAt = at;
        AggregateLifecycle.markDeleted();
    }

    private ModuleState apply(ModuleEvent event) {
        AggregateLifecycle.apply(event);
        return state();
    }

    private ModuleState state() {
        return new ModuleState(id, title, description, color, posts.all(), createdAt, updatedAt, version());
    }

    private static String titled(String title) {
        return RequiredText.of(title, "Module title");
    }

    private static String postTitled(String title) {
        return RequiredText.of(title, "Post title");
    }
}
