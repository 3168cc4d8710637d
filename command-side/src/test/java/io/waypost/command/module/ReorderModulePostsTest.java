package io.waypost.command.module;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.module.ModuleFixture.MODULE;
import static io.waypost.command.module.ModuleFixture.NAPS;
import static io.waypost.command.module.ModuleFixture.NIGHTS;
import static io.waypost.command.module.ModuleFixture.RHYTHM;
import static io.waypost.command.module.ModuleFixture.UNKNOWN;
import static io.waypost.command.module.ModuleFixture.changed;
import static io.waypost.command.module.ModuleFixture.expectingAnotherVersion;
import static io.waypost.command.module.ModuleFixture.givenDeletedModule;
import static io.waypost.command.module.ModuleFixture.givenModuleWith;
import static io.waypost.command.module.ModuleFixture.unchanged;

import io.waypost.api.module.ModuleEvent.ModulePostsReordered;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.module.ModuleCommand.ReorderModulePosts;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReorderModulePostsTest {

    @Test
    void putsPostsIntoNewOrder() {
        givenModuleWith(RHYTHM, NAPS, NIGHTS)
                .when(into(NIGHTS, RHYTHM, NAPS))
                .expectEvents(new ModulePostsReordered(MODULE, List.of(NIGHTS, RHYTHM, NAPS)))
                .expectResultMessagePayload(changed(4, NIGHTS, RHYTHM, NAPS));
    }

    @Test
    void changesNothingInTheSameOrder() {
        givenModuleWith(RHYTHM, NAPS)
                .when(into(RHYTHM, NAPS))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(RHYTHM, NAPS));
    }

    @Test
    void changesNothingWithoutPosts() {
        givenModuleWith().when(into()).expectNoEvents().expectResultMessagePayload(unchanged());
    }

    @ParameterizedTest
    @MethodSource
    void rejectsOrderThatIsNoPermutation(List<PostId> order) {
        givenModuleWith(RHYTHM, NAPS)
                .when(new ReorderModulePosts(MODULE, order))
                .expectNoEvents()
                .expectException(refused(
                        ProblemCode.NOT_A_PERMUTATION,
                        "The new order must hold exactly the posts of the module, each once"));
    }

    static Stream<List<PostId>> rejectsOrderThatIsNoPermutation() {
        return Stream.of(
                List.of(),
                List.of(RHYTHM),
                List.of(RHYTHM, RHYTHM),
                List.of(RHYTHM, NIGHTS),
                List.of(RHYTHM, NAPS, NIGHTS),
                List.of(RHYTHM, NAPS, RHYTHM),
                List.of(UNKNOWN, RHYTHM, NAPS));
    }

    @Test
    void rejectsStaleVersion() {
        givenModuleWith(RHYTHM, NAPS)
                .when(into(NAPS, RHYTHM), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindDeletedModule() {
        givenDeletedModule().when(into()).expectNoEvents().expectException(AggregateDeletedException.class);
    }

    private static ReorderModulePosts into(PostId... order) {
        return new ReorderModulePosts(MODULE, List.of(order));
    }
}
