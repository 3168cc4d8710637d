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
import static io.waypost.command.module.ModuleFixture.givenModuleWithPostRemoved;
import static io.waypost.command.module.ModuleFixture.unchanged;

import io.waypost.api.module.ModuleEvent.PostMovedInModule;
import io.waypost.api.module.PostId;
import io.waypost.api.ordering.Destination;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.module.ModuleCommand.MovePostInModule;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovePostInModuleTest {

    @Test
    void movesPostToAnOrdering() {
        givenModuleWith(RHYTHM, NAPS, NIGHTS)
                .when(to(NIGHTS, 1))
                .expectEvents(new PostMovedInModule(MODULE, NIGHTS, 1, List.of(RHYTHM, NIGHTS, NAPS)))
                .expectResultMessagePayload(changed(4, RHYTHM, NIGHTS, NAPS));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, Integer.MAX_VALUE})
    void clampsOrderingToTheEnd(int ordering) {
        givenModuleWith(RHYTHM, NAPS, NIGHTS)
                .when(to(RHYTHM, ordering))
                .expectEvents(new PostMovedInModule(MODULE, RHYTHM, 2, List.of(NAPS, NIGHTS, RHYTHM)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void clampsOrderingToTheFront(int ordering) {
        givenModuleWith(RHYTHM, NAPS, NIGHTS)
                .when(to(NIGHTS, ordering))
                .expectEvents(new PostMovedInModule(MODULE, NIGHTS, 0, List.of(NIGHTS, RHYTHM, NAPS)));
    }

    @Test
    void movesPostDownBehindAnother() {
        givenModuleWith(RHYTHM, NAPS, NIGHTS)
                .when(behind(RHYTHM, NAPS))
                .expectEvents(new PostMovedInModule(MODULE, RHYTHM, 1, List.of(NAPS, RHYTHM, NIGHTS)))
                .expectResultMessagePayload(changed(4, NAPS, RHYTHM, NIGHTS));
    }

    @Test
    void movesPostUpBehindAnother() {
        givenModuleWith(RHYTHM, NAPS, NIGHTS)
                .when(behind(NIGHTS, RHYTHM))
                .expectEvents(new PostMovedInModule(MODULE, NIGHTS, 1, List.of(RHYTHM, NIGHTS, NAPS)));
    }

    @Test
    void movesPostToTheFrontWithoutPredecessor() {
        givenModuleWith(RHYTHM, NAPS, NIGHTS)
                .when(new MovePostInModule(MODULE, NAPS, new Destination.After<>(Optional.empty())))
                .expectEvents(new PostMovedInModule(MODULE, NAPS, 0, List.of(NAPS, RHYTHM, NIGHTS)));
    }

    @Test
    void changesNothingAtTheSameOrdering() {
        givenModuleWith(RHYTHM, NAPS)
                .when(to(NAPS, 1))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(RHYTHM, NAPS));
    }

    @Test
    void changesNothingBehindItsPredecessor() {
        givenModuleWith(RHYTHM, NAPS)
                .when(behind(NAPS, RHYTHM))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(RHYTHM, NAPS));
    }

    @Test
    void changesNothingBehindItself() {
        givenModuleWith(RHYTHM, NAPS)
                .when(behind(RHYTHM, RHYTHM))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(RHYTHM, NAPS));
    }

    @Test
    void rejectsPostThatIsNotInModule() {
        givenModuleWith(RHYTHM)
                .when(to(NIGHTS, 0))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "Post not found"));
    }

    @Test
    void rejectsPostThatIsNotInModuleBehindItself() {
        givenModuleWith(RHYTHM)
                .when(behind(NIGHTS, NIGHTS))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "Post not found"));
    }

    @Test
    void rejectsPredecessorThatIsNotInModule() {
        givenModuleWith(RHYTHM, NAPS)
                .when(behind(RHYTHM, UNKNOWN))
                .expectNoEvents()
                .expectException(
                        refused(ProblemCode.PREDECESSOR_NOT_IN_MODULE, "The post to follow is not in this module"));
    }

    @Test
    void rejectsPostThatWasRemoved() {
        givenModuleWithPostRemoved()
                .when(to(RHYTHM, 0))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "Post not found"));
    }

    @Test
    void rejectsStaleVersion() {
        givenModuleWith(RHYTHM, NAPS)
                .when(to(RHYTHM, 1), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindDeletedModule() {
        givenDeletedModule().when(to(RHYTHM, 0)).expectNoEvents().expectException(AggregateDeletedException.class);
    }

    private static MovePostInModule to(PostId postId, int ordering) {
        return new MovePostInModule(MODULE, postId, new Destination.Position<>(ordering));
    }

    private static MovePostInModule behind(PostId postId, PostId predecessor) {
        return new MovePostInModule(MODULE, postId, new Destination.After<>(Optional.of(predecessor)));
    }
}
