package io.waypost.command.account;

import static io.waypost.command.Refusal.refusedAsStale;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.api.user.UserId;
import io.waypost.command.account.UserCommand.RegisterUser;
import java.time.Instant;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;

class RegisterUserTest {

    private static final UserId USER = new UserId(5);

    private final Accounts accounts = mock();
    private final AggregateTestFixture<User> fixture = new AggregateTestFixture<>(User.class);

    @BeforeEach
    void registerAccounts() {
        fixture.registerInjectableResource(accounts);
    }

    @ParameterizedTest
    @EnumSource
    void registersUserInItsRole(SystemRole role) {
        fixture.givenNoPriorActivity()
                .when(new RegisterUser(USER, account(role)))
                .expectEvents(new UserRegistered(USER, role))
                .expectResultMessagePayload(new UserState(USER, role, 0));
    }

    @Test
    void keepsPersonalDataInTheAccountOnly() {
        NewAccount account = account(SystemRole.USER);

        fixture.givenNoPriorActivity()
                .when(new RegisterUser(USER, account))
                .expectEvents(new UserRegistered(USER, SystemRole.USER));

        verify(accounts).insert(USER, account);
    }

    @Test
    void registersNobodyWhoseAccountIsRefused() {
        NewAccount taken = account(SystemRole.USER);
        doThrow(new DuplicateKeyException("taken")).when(accounts).insert(USER, taken);

        fixture.givenNoPriorActivity()
                .when(new RegisterUser(USER, taken))
                .expectNoEvents()
                .expectException(DuplicateKeyException.class);
    }

    @Test
    void rejectsAnyExpectedVersion() {
        fixture.givenNoPriorActivity()
                .when(new RegisterUser(USER, account(SystemRole.USER)), Map.of("expected_version", 0L))
                .expectNoEvents()
                .expectException(refusedAsStale());

        verifyNoInteractions(accounts);
    }

    private static NewAccount account(SystemRole role) {
        return new NewAccount(
                "ada", "ada@example.org", "{bcrypt}$2a$10$hash", role, Instant.parse("2026-03-01T08:00:00Z"));
    }
}
