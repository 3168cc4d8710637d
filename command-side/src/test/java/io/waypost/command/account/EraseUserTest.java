package io.waypost.command.account;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.account.UserFixture.ADMIN;
import static io.waypost.command.account.UserFixture.USER;
import static io.waypost.command.account.UserFixture.account;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserErased;
import io.waypost.command.account.UserCommand.EraseUser;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.junit.jupiter.api.Test;

class EraseUserTest {

    private final UserFixture fixture = new UserFixture();

    @Test
    void removesTheAccountAndLeavesTheNumber() {
        fixture.given(SystemRole.MANAGER)
                .when(new EraseUser(USER, ADMIN))
                .expectEvents(new UserErased(USER))
                .expectResultMessagePayload(new UserState(account(), 1))
                .expectMarkedDeleted();

        verify(fixture.accounts()).delete(USER);
    }

    @Test
    void findsNobodyWhoWasErased() {
        fixture.given(SystemRole.USER, new UserErased(USER))
                .when(new EraseUser(USER, ADMIN))
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }

    @Test
    void rejectsOneself() {
        fixture.given(SystemRole.ADMIN)
                .when(new EraseUser(USER, USER))
                .expectNoEvents()
                .expectException(refused(ProblemCode.ONESELF, "You cannot do this to your own account"));

        verify(fixture.accounts(), never()).delete(any());
    }

    @Test
    void keepsTheLastAdmin() {
        fixture.withoutOtherAdmin();

        fixture.given(SystemRole.ADMIN)
                .when(new EraseUser(USER, ADMIN))
                .expectNoEvents()
                .expectException(refused(ProblemCode.LAST_ADMIN, "The last admin must remain"));
    }
}
