package io.waypost.command.module;

import static io.waypost.command.module.ModuleFixture.CONTENT;
import static io.waypost.command.module.ModuleFixture.MODULE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.module.PostId;
import io.waypost.api.ordering.Destination;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.InMemoryCommands;
import io.waypost.command.PlainOrder;
import io.waypost.command.module.ModuleCommand.AddPostToModule;
import io.waypost.command.module.ModuleCommand.CreateModule;
import io.waypost.command.module.ModuleCommand.MovePostInModule;
import io.waypost.command.module.ModuleCommand.RemovePostFromModule;
import io.waypost.command.module.ModuleCommand.ReorderModulePosts;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked of a module, its posts stand as a plain list would have them. */
class ModuleOrderPropertiesTest {

    private static final int POSTS = 6;

    @Property(tries = 100)
    void postsStandAsInPlainList(@ForAll("commands") List<ModuleCommand> commands) {
        InMemoryCommands module = new InMemoryCommands(LearningModule.class);
        ModuleState state =
                module.send(new CreateModule(MODULE, "Title", Optional.empty(), Optional.empty()), ModuleState.class);
        for (ModuleCommand command : commands) {
            state = carriedOut(module, fitting(command, idsOf(state)), state);
        }
    }

    @Provide
    Arbitrary<List<ModuleCommand>> commands() {
        return Arbitraries.oneOf(additions(), moves(), placements(), reorderings(), removals())
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<ModuleCommand> additions() {
        return Combinators.combine(
                        ids(), Arbitraries.integers().between(-2, POSTS + 2).optional())
                .as((id, ordering) -> new AddPostToModule(MODULE, id, "Title", Optional.empty(), CONTENT, ordering));
    }

    private static Arbitrary<ModuleCommand> moves() {
        return Combinators.combine(ids(), Arbitraries.integers().between(-2, POSTS + 2))
                .as((id, ordering) -> new MovePostInModule(MODULE, id, new Destination.Position<>(ordering)));
    }

    private static Arbitrary<ModuleCommand> placements() {
        return Combinators.combine(ids(), ids().optional())
                .as((id, other) -> new MovePostInModule(MODULE, id, new Destination.After<>(other)));
    }

    private static Arbitrary<ModuleCommand> reorderings() {
        return Arbitraries.oneOf(Arbitraries.shuffle(posts()), ids().list().ofMaxSize(POSTS - 1))
                .map(order -> new ReorderModulePosts(MODULE, order));
    }

    private static Arbitrary<ModuleCommand> removals() {
        return ids().map(id -> new RemovePostFromModule(MODULE, id));
    }

    private static Arbitrary<PostId> ids() {
        return Arbitraries.of(posts());
    }

    private static List<PostId> posts() {
        return LongStream.rangeClosed(1, POSTS).mapToObj(PostId::new).toList();
    }

    private static ModuleState carriedOut(InMemoryCommands module, ModuleCommand command, ModuleState before) {
        if (isAddedAgain(command, idsOf(before))) {
            return before;
        }
        Optional<List<PostId>> expected = expected(idsOf(before), command);
        if (expected.isEmpty()) {
            assertThat(isRefused(module, command)).isTrue();
            return before;
        }
        ModuleState after = module.send(command, ModuleState.class);
        assertThat(idsOf(after)).isEqualTo(expected.get()).doesNotHaveDuplicates();
        int counted = expected.get().equals(idsOf(before)) ? 0 : 1;
        assertThat(after.version()).isEqualTo(before.version() + counted);
        return after;
    }

    /** An order of all posts stands for one of those that are present: else hardly any would be a permutation. */
    private static ModuleCommand fitting(ModuleCommand command, List<PostId> present) {
        if (command instanceof ReorderModulePosts reorder && reorder.postIds().size() == POSTS) {
            return new ReorderModulePosts(
                    MODULE, reorder.postIds().stream().filter(present::contains).toList());
        }
        return command;
    }

    private static Optional<List<PostId>> expected(List<PostId> present, ModuleCommand command) {
        return switch (command) {
            case AddPostToModule add -> PlainOrder.add(present, add.postId(), add.ordering());
            case MovePostInModule move ->
                switch (move.destination()) {
                    case Destination.Position<PostId> to -> PlainOrder.moveTo(present, move.postId(), to.ordering());
                    case Destination.Unchanged<PostId> unchanged -> Optional.of(present);
                    case Destination.After<PostId> behind ->
                        PlainOrder.moveAfter(present, move.postId(), behind.predecessor());
                };
            case ReorderModulePosts reorder -> PlainOrder.reorder(present, reorder.postIds());
            case RemovePostFromModule remove -> PlainOrder.remove(present, remove.postId());
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    /** Does not occur: each new post has an id of its own. */
    private static boolean isAddedAgain(ModuleCommand command, List<PostId> present) {
        return command instanceof AddPostToModule add && present.contains(add.postId());
    }

    private static List<PostId> idsOf(ModuleState state) {
        return state.posts().stream().map(Post::id).toList();
    }

    private static boolean isRefused(InMemoryCommands module, ModuleCommand command) {
        try {
            module.send(command, ModuleState.class);
            return false;
        } catch (RequestRejected rejected) {
            return true;
        }
    }
}
