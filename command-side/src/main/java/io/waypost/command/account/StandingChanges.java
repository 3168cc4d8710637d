package io.waypost.command.account;

import io.waypost.api.user.UserEvent;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.platform.security.Standings;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Lets this process notice at once that a user may do something else from now on. */
@Component
@ProcessingGroup(ProcessingGroups.LOOKUPS)
class StandingChanges {

    private final Standings standings;

    StandingChanges(Standings standings) {
        this.standings = standings;
    }

    @EventHandler
    void on(UserEvent event) {
        CurrentUnitOfWork.get().root().afterCommit(committed -> standings.forget(event.userId()));
    }
}
