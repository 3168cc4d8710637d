package io.waypost.command.account;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.account.UserFixture.USER;
import static io.waypost.command.account.UserFixture.account;
import static io.waypost.command.account.UserFixture.newAccount;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.command.account.UserCommand.RegisterUser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterUserTest {

    private final UserFixture fixture = new UserFixture();

    @ParameterizedTest
    @EnumSource
    void registersUserInItsRole(SystemRole role) {
        fixture.givenNobody()
                .when(new RegisterUser(USER, newAccount(role)))
                .expectEvents(new UserRegistered(USER, role))
                .expectResultMessagePayload(new UserState(account(), 0));
    }

    @Test
    void keepsPersonalDataInTheAccountOnly() {
        NewAccount account = newAccount(SystemRole.USER);

        fixture.givenNobody()
                .when(new RegisterUser(USER, account))
                .expectEvents(new UserRegistered(USER, SystemRole.USER));

        verify(fixture.accounts()).insert(USER, account);
    }

    @Test
    void registersNobodyWhoseNameIsTaken() {
        NewAccount taken = newAccount(SystemRole.USER);
        doThrow(new RequestRejected(ProblemCode.USERNAME_TAKEN, "Username already registered"))
                .when(fixture.accounts())
                .insert(USER, taken);

        fixture.givenNobody()
                .when(new RegisterUser(USER, taken))
                .expectNoEvents()
                .expectException(refused(ProblemCode.USERNAME_TAKEN, "Username already registered"));
    }

    @Test
    void rejectsAnyExpectedVersion() {
        fixture.givenNobody()
                .when(new RegisterUser(USER, newAccount(SystemRole.USER)), Map.of("expected_version", 0L))
                .expectNoEvents()
                .expectException(refusedAsStale());

        verifyNoInteractions(fixture.accounts());
    }
}
