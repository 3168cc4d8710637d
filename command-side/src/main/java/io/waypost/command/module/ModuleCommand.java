package io.waypost.command.module;

import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.module.PostType;
import io.waypost.api.ordering.Destination;
import io.waypost.command.platform.Subject;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a module. Each answers with the {@link ModuleState} afterwards. */
@Subject("Module")
public sealed interface ModuleCommand {

    /** The module that is asked. */
    ModuleId moduleId();

    /** Makes a module without posts. */
    record CreateModule(
            @TargetAggregateIdentifier ModuleId moduleId,
            String title,
            Optional<String> description,
            Optional<Color> color)
            implements ModuleCommand {}

    /** Changes what is present and leaves the rest: an inner empty value clears the description or the colour. */
    record ReviseModule(
            @TargetAggregateIdentifier ModuleId moduleId,
            Optional<String> title,
            Optional<Optional<String>> description,
            Optional<Optional<Color>> color)
            implements ModuleCommand {}

    /** Puts a new post at a place, clamped into range; at the end if there is none. */
    record AddPostToModule(
            @TargetAggregateIdentifier ModuleId moduleId,
            PostId postId,
            String title,
            Optional<String> description,
            PostContent content,
            Optional<Integer> ordering)
            implements ModuleCommand {}

    /**
     * Changes what is present of a post and leaves the rest: an inner empty value clears the description.
     *
     * @param type the type that the sender takes the post to have; it never changes
     */
    record RevisePost(
            @TargetAggregateIdentifier ModuleId moduleId,
            PostId postId,
            Optional<String> title,
            Optional<Optional<String>> description,
            Optional<PostType> type,
            Optional<ContentDraft> content)
            implements ModuleCommand {}

    /** Gives one post another place. */
    record MovePostInModule(
            @TargetAggregateIdentifier ModuleId moduleId, PostId postId, Destination<PostId> destination)
            implements ModuleCommand {}

    /** Puts all posts into a new order. */
    record ReorderModulePosts(@TargetAggregateIdentifier ModuleId moduleId, List<PostId> postIds)
            implements ModuleCommand {}

    /** Takes a post out for good. */
    record RemovePostFromModule(@TargetAggregateIdentifier ModuleId moduleId, PostId postId) implements ModuleCommand {}

    /** Ends the module, and its posts with it. */
    record DeleteModule(@TargetAggregateIdentifier ModuleId moduleId) implements ModuleCommand {}
}
