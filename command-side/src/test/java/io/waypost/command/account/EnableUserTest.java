package io.waypost.command.account;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.account.UserFixture.ADMIN;
import static io.waypost.command.account.UserFixture.NOW;
import static io.waypost.command.account.UserFixture.USER;
import static io.waypost.command.account.UserFixture.account;
import static org.mockito.Mockito.verify;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserDisabled;
import io.waypost.api.user.UserEvent.UserEnabled;
import io.waypost.command.account.UserCommand.EnableUser;
import org.junit.jupiter.api.Test;

class EnableUserTest {

    private final UserFixture fixture = new UserFixture();

    @Test
    void letsTheUserInAgain() {
        fixture.given(SystemRole.USER, new UserDisabled(USER))
                .when(new EnableUser(USER, ADMIN, NOW))
                .expectEvents(new UserEnabled(USER))
                .expectResultMessagePayload(new UserState(account(), 2));

        verify(fixture.accounts()).activate(USER, true, NOW, 2);
    }

    @Test
    void changesNothingIfTheUserIsNotKeptOut() {
        fixture.given(SystemRole.USER)
                .when(new EnableUser(USER, ADMIN, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(new UserState(account(), 0));
    }

    @Test
    void rejectsOneself() {
        fixture.given(SystemRole.ADMIN)
                .when(new EnableUser(USER, USER, NOW))
                .expectNoEvents()
                .expectException(refused(ProblemCode.ONESELF, "You cannot do this to your own account"));
    }
}
