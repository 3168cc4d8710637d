package io.waypost.command.account;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.account.UserFixture.ADMIN;
import static io.waypost.command.account.UserFixture.NOW;
import static io.waypost.command.account.UserFixture.USER;
import static io.waypost.command.account.UserFixture.account;
import static org.mockito.Mockito.verify;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.SystemRoleChanged;
import io.waypost.api.user.UserEvent.UserDisabled;
import io.waypost.api.user.UserId;
import io.waypost.command.account.UserCommand.ChangeSystemRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeSystemRoleTest {

    private final UserFixture fixture = new UserFixture();

    @ParameterizedTest
    @ValueSource(strings = {"manager", "2"})
    void givesTheRole(String role) {
        fixture.given(SystemRole.USER)
                .when(change(role, ADMIN))
                .expectEvents(new SystemRoleChanged(USER, SystemRole.MANAGER))
                .expectResultMessagePayload(new UserState(account(), 1));

        verify(fixture.accounts()).changeRole(USER, SystemRole.MANAGER, NOW, 1);
    }

    @Test
    void changesNothingIfTheUserHasTheRole() {
        fixture.given(SystemRole.USER, new SystemRoleChanged(USER, SystemRole.MANAGER))
                .when(change("manager", ADMIN))
                .expectNoEvents()
                .expectResultMessagePayload(new UserState(account(), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"superhero", "", "Admin", "0", "4"})
    void rejectsARoleThatThereIsNot(String role) {
        fixture.given(SystemRole.USER)
                .when(change(role, ADMIN))
                .expectNoEvents()
                .expectException(
                        refused(ProblemCode.UNKNOWN_ROLE, "There is no such role: it is user, manager or admin"));
    }

    @Test
    void rejectsOneself() {
        fixture.given(SystemRole.ADMIN)
                .when(change("user", USER))
                .expectNoEvents()
                .expectException(refused(ProblemCode.ONESELF, "You cannot do this to your own account"));
    }

    @Test
    void keepsTheLastAdmin() {
        fixture.withoutOtherAdmin();

        fixture.given(SystemRole.ADMIN)
                .when(change("user", ADMIN))
                .expectNoEvents()
                .expectException(refused(ProblemCode.LAST_ADMIN, "The last admin must remain"));
    }

    @Test
    void letsAnAdminGoWhoCouldNotSignInAnyway() {
        fixture.withoutOtherAdmin();

        fixture.given(SystemRole.ADMIN, new UserDisabled(USER))
                .when(change("user", ADMIN))
                .expectEvents(new SystemRoleChanged(USER, SystemRole.USER));
    }

    private static ChangeSystemRole change(String role, UserId by) {
        return new ChangeSystemRole(USER, new RequestedRole(role), by, NOW);
    }
}
