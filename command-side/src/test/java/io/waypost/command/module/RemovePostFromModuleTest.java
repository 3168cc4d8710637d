package io.waypost.command.module;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.module.ModuleFixture.MODULE;
import static io.waypost.command.module.ModuleFixture.NAPS;
import static io.waypost.command.module.ModuleFixture.NIGHTS;
import static io.waypost.command.module.ModuleFixture.RHYTHM;
import static io.waypost.command.module.ModuleFixture.changed;
import static io.waypost.command.module.ModuleFixture.expectingAnotherVersion;
import static io.waypost.command.module.ModuleFixture.givenDeletedModule;
import static io.waypost.command.module.ModuleFixture.givenModuleWith;
import static io.waypost.command.module.ModuleFixture.givenModuleWithPostRemoved;

import io.waypost.api.module.ModuleEvent.PostRemovedFromModule;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.module.ModuleCommand.RemovePostFromModule;
import java.util.List;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.junit.jupiter.api.Test;

class RemovePostFromModuleTest {

    @Test
    void closesTheGap() {
        givenModuleWith(RHYTHM, NAPS, NIGHTS)
                .when(new RemovePostFromModule(MODULE, NAPS))
                .expectEvents(new PostRemovedFromModule(MODULE, NAPS, List.of(RHYTHM, NIGHTS)))
                .expectResultMessagePayload(changed(4, RHYTHM, NIGHTS));
    }

    @Test
    void removesLastPost() {
        givenModuleWith(RHYTHM)
                .when(new RemovePostFromModule(MODULE, RHYTHM))
                .expectEvents(new PostRemovedFromModule(MODULE, RHYTHM, List.of()))
                .expectResultMessagePayload(changed(2));
    }

    @Test
    void rejectsPostThatIsNotInModule() {
        givenModuleWith(RHYTHM)
                .when(new RemovePostFromModule(MODULE, NIGHTS))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "Post not found"));
    }

    @Test
    void rejectsPostThatWasRemoved() {
        givenModuleWithPostRemoved()
                .when(new RemovePostFromModule(MODULE, RHYTHM))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "Post not found"));
    }

    @Test
    void rejectsStaleVersion() {
        givenModuleWith(RHYTHM)
                .when(new RemovePostFromModule(MODULE, RHYTHM), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindDeletedModule() {
        givenDeletedModule()
                .when(new RemovePostFromModule(MODULE, RHYTHM))
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }
}
