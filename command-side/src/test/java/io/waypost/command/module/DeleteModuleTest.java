package io.waypost.command.module;

import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.module.ModuleFixture.MODULE;
import static io.waypost.command.module.ModuleFixture.NAPS;
import static io.waypost.command.module.ModuleFixture.RHYTHM;
import static io.waypost.command.module.ModuleFixture.changed;
import static io.waypost.command.module.ModuleFixture.expectingAnotherVersion;
import static io.waypost.command.module.ModuleFixture.givenDeletedModule;
import static io.waypost.command.module.ModuleFixture.givenModuleWith;
import static io.waypost.command.module.ModuleFixture.givenNoModule;

import io.waypost.api.module.ModuleEvent.ModuleDeleted;
import io.waypost.command.module.ModuleCommand.DeleteModule;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class DeleteModuleTest {

    @Test
    void deletesModuleWithItsPosts() {
        givenModuleWith(RHYTHM, NAPS)
                .when(new DeleteModule(MODULE))
                .expectEvents(new ModuleDeleted(MODULE))
                .expectResultMessagePayload(changed(3, RHYTHM, NAPS))
                .expectMarkedDeleted();
    }

    @Test
    void rejectsStaleVersion() {
        givenModuleWith()
                .when(new DeleteModule(MODULE), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownModule() {
        givenNoModule().when(new DeleteModule(MODULE)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void doesNotFindDeletedModule() {
        givenDeletedModule()
                .when(new DeleteModule(MODULE))
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }
}
