package io.waypost.command.module;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.module.ModuleFixture.COLOR;
import static io.waypost.command.module.ModuleFixture.DESCRIPTION;
import static io.waypost.command.module.ModuleFixture.MODULE;
import static io.waypost.command.module.ModuleFixture.NOW;
import static io.waypost.command.module.ModuleFixture.TITLE;
import static io.waypost.command.module.ModuleFixture.expectingVersion;
import static io.waypost.command.module.ModuleFixture.givenNoModule;

import io.waypost.api.module.ModuleEvent.ModuleCreated;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.module.ModuleCommand.CreateModule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateModuleTest {

    @Test
    void createsModuleWithoutPosts() {
        givenNoModule()
                .when(new CreateModule(MODULE, TITLE, DESCRIPTION, COLOR))
                .expectEvents(new ModuleCreated(MODULE, TITLE, DESCRIPTION, COLOR))
                .expectResultMessagePayload(new ModuleState(MODULE, TITLE, DESCRIPTION, COLOR, List.of(), NOW, NOW, 0));
    }

    @Test
    void createsModuleWithTitleOnly() {
        givenNoModule()
                .when(new CreateModule(MODULE, TITLE, Optional.empty(), Optional.empty()))
                .expectEvents(new ModuleCreated(MODULE, TITLE, Optional.empty(), Optional.empty()));
    }

    @Test
    void rejectsBlankTitle() {
        givenNoModule()
                .when(new CreateModule(MODULE, "", DESCRIPTION, COLOR))
                .expectNoEvents()
                .expectException(refused(ProblemCode.TEXT_BLANK, "Module title cannot be empty"));
    }

    @Test
    void rejectsAnyExpectedVersion() {
        givenNoModule()
                .when(new CreateModule(MODULE, TITLE, DESCRIPTION, COLOR), expectingVersion(0))
                .expectNoEvents()
                .expectException(refusedAsStale());
    }
}
