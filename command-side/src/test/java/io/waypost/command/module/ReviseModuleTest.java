package io.waypost.command.module;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.module.ModuleFixture.BEFORE;
import static io.waypost.command.module.ModuleFixture.COLOR;
import static io.waypost.command.module.ModuleFixture.DESCRIPTION;
import static io.waypost.command.module.ModuleFixture.MODULE;
import static io.waypost.command.module.ModuleFixture.NAPS;
import static io.waypost.command.module.ModuleFixture.NOW;
import static io.waypost.command.module.ModuleFixture.RHYTHM;
import static io.waypost.command.module.ModuleFixture.TITLE;
import static io.waypost.command.module.ModuleFixture.expectingVersion;
import static io.waypost.command.module.ModuleFixture.givenDeletedModule;
import static io.waypost.command.module.ModuleFixture.givenModuleWith;
import static io.waypost.command.module.ModuleFixture.givenNoModule;
import static io.waypost.command.module.ModuleFixture.post;
import static io.waypost.command.module.ModuleFixture.unchanged;

import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleEvent.ModuleRevised;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.module.ModuleCommand.ReviseModule;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class ReviseModuleTest {

    private static final Optional<Color> RED = Optional.of(new Color("#ff0000"));
    private static final ReviseModule NEW_TITLE =
            new ReviseModule(MODULE, Optional.of("Naps"), Optional.empty(), Optional.empty());

    @Test
    void changesTitleAndKeepsTheRest() {
        givenModuleWith(RHYTHM, NAPS)
                .when(NEW_TITLE)
                .expectEvents(new ModuleRevised(MODULE, "Naps", DESCRIPTION, COLOR))
                .expectResultMessagePayload(new ModuleState(
                        MODULE, "Naps", DESCRIPTION, COLOR, List.of(post(RHYTHM), post(NAPS)), BEFORE, NOW, 3));
    }

    @Test
    void changesDescriptionAndColor() {
        givenModuleWith()
                .when(new ReviseModule(MODULE, Optional.empty(), Optional.of(Optional.of("Nights")), Optional.of(RED)))
                .expectEvents(new ModuleRevised(MODULE, TITLE, Optional.of("Nights"), RED));
    }

    @Test
    void clearsDescriptionAndColor() {
        givenModuleWith()
                .when(new ReviseModule(
                        MODULE, Optional.empty(), Optional.of(Optional.empty()), Optional.of(Optional.empty())))
                .expectEvents(new ModuleRevised(MODULE, TITLE, Optional.empty(), Optional.empty()));
    }

    @Test
    void changesNothingWhenNothingIsPresent() {
        givenModuleWith(RHYTHM)
                .when(new ReviseModule(MODULE, Optional.empty(), Optional.empty(), Optional.empty()))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(RHYTHM));
    }

    @Test
    void changesNothingWhenTheValuesAreThere() {
        givenModuleWith(RHYTHM)
                .when(new ReviseModule(MODULE, Optional.of(TITLE), Optional.of(DESCRIPTION), Optional.of(COLOR)))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(RHYTHM));
    }

    @Test
    void rejectsBlankTitle() {
        givenModuleWith()
                .when(new ReviseModule(MODULE, Optional.of(""), Optional.empty(), Optional.empty()))
                .expectNoEvents()
                .expectException(refused(ProblemCode.TEXT_BLANK, "Module title cannot be empty"));
    }

    @Test
    void acceptsTheExpectedVersion() {
        givenModuleWith(RHYTHM)
                .when(NEW_TITLE, expectingVersion(1))
                .expectEvents(new ModuleRevised(MODULE, "Naps", DESCRIPTION, COLOR));
    }

    @Test
    void rejectsStaleVersion() {
        givenModuleWith(RHYTHM)
                .when(NEW_TITLE, expectingVersion(0))
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownModule() {
        givenNoModule().when(NEW_TITLE).expectException(AggregateNotFoundException.class);
    }

    @Test
    void doesNotFindDeletedModule() {
        givenDeletedModule().when(NEW_TITLE).expectNoEvents().expectException(AggregateDeletedException.class);
    }
}
