package io.waypost.command.account;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.account.UserFixture.ADMIN;
import static io.waypost.command.account.UserFixture.NOW;
import static io.waypost.command.account.UserFixture.USER;
import static io.waypost.command.account.UserFixture.account;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserDisabled;
import io.waypost.command.account.UserCommand.DisableUser;
import org.junit.jupiter.api.Test;

class DisableUserTest {

    private final UserFixture fixture = new UserFixture();

    @Test
    void keepsTheUserOutAndEndsEverySignIn() {
        fixture.given(SystemRole.USER)
                .when(new DisableUser(USER, ADMIN, NOW))
                .expectEvents(new UserDisabled(USER))
                .expectResultMessagePayload(new UserState(account(), 1));

        verify(fixture.accounts()).activate(USER, false, NOW, 1);
        verify(fixture.signIns()).endAll(USER);
    }

    @Test
    void changesNothingIfTheUserIsOutAlready() {
        fixture.given(SystemRole.USER, new UserDisabled(USER))
                .when(new DisableUser(USER, ADMIN, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(new UserState(account(), 1));

        verifyNoInteractions(fixture.signIns());
    }

    @Test
    void rejectsOneself() {
        fixture.given(SystemRole.ADMIN)
                .when(new DisableUser(USER, USER, NOW))
                .expectNoEvents()
                .expectException(refused(ProblemCode.ONESELF, "You cannot do this to your own account"));
    }

    @Test
    void keepsTheLastAdmin() {
        fixture.withoutOtherAdmin();

        fixture.given(SystemRole.ADMIN)
                .when(new DisableUser(USER, ADMIN, NOW))
                .expectNoEvents()
                .expectException(refused(ProblemCode.LAST_ADMIN, "The last admin must remain"));
    }
}
