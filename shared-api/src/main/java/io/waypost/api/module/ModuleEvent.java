package io.waypost.api.module;

import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/** What can happen to a module and its posts. An event says the outcome, so that whoever folds it decides nothing again. */
public sealed interface ModuleEvent {

    /** The module that it happened to. */
    ModuleId moduleId();

    /** An event after which the posts of the module stand in a new order. */
    sealed interface PostsOrdered extends ModuleEvent {

        /** All posts of the module after the event, in order: the index of a post is its {@code ordering}. */
        List<PostId> postIds();
    }

    /** A module came into being, without posts. */
    @Revision("1")
    record ModuleCreated(ModuleId moduleId, String title, Optional<String> description, Optional<Color> color)
            implements ModuleEvent {}

    /** The texts or the colour of the module were changed; all fields hold what is valid from now on. */
    @Revision("1")
    record ModuleRevised(ModuleId moduleId, String title, Optional<String> description, Optional<Color> color)
            implements ModuleEvent {}

    /**
     * A post became part of the module.
     *
     * @param ordering its 0-based place, already clamped into range
     */
    @Revision("1")
    record PostAddedToModule(
            ModuleId moduleId,
            PostId postId,
            String title,
            Optional<String> description,
            PostContent content,
            int ordering,
            List<PostId> postIds)
            implements PostsOrdered {}

    /** A post was changed; all fields hold what is valid from now on. Its type never changes. */
    @Revision("1")
    record PostRevised(
            ModuleId moduleId, PostId postId, String title, Optional<String> description, PostContent content)
            implements ModuleEvent {}

    /**
     * One post changed its place in the module.
     *
     * @param ordering its new 0-based place, already clamped into range
     */
    @Revision("1")
    record PostMovedInModule(ModuleId moduleId, PostId postId, int ordering, List<PostId> postIds)
            implements PostsOrdered {}

    /** The posts of the module were put into a new order as a whole. */
    @Revision("1")
    record ModulePostsReordered(ModuleId moduleId, List<PostId> postIds) implements PostsOrdered {}

    /** A post left its module for good. */
    @Revision("1")
    record PostRemovedFromModule(ModuleId moduleId, PostId postId, List<PostId> postIds) implements PostsOrdered {}

    /** The module is gone, and its posts with it. */
    @Revision("1")
    record ModuleDeleted(ModuleId moduleId) implements ModuleEvent {}
}
