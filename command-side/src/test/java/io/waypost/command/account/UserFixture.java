package io.waypost.command.account;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.api.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** A user to be tested, with an account table that holds one account. */
final class UserFixture {

    static final UserId USER = new UserId(5);
    static final UserId ADMIN = new UserId(1);
    static final Instant REGISTERED = Instant.parse("2026-03-01T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    static final Profile PROFILE = new Profile(
            Optional.of("Ada"),
            Optional.empty(),
            Optional.of("Bo"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final Accounts accounts = mock();
    private final SignIns signIns = mock();
    private final AggregateTestFixture<User> fixture = new AggregateTestFixture<>(User.class);

    UserFixture() {
        fixture.registerInjectableResource(accounts);
        fixture.registerInjectableResource(signIns);
        when(accounts.require(USER)).thenReturn(account());
        when(accounts.holdsOtherActiveAdmin(USER)).thenReturn(true);
    }

    /** The account that the table holds, whatever is written to it. */
    static Account account() {
        return new Account(USER, "ada", "ada@example.org", PROFILE, SystemRole.USER, false, true, REGISTERED, NOW);
    }

    static NewAccount newAccount(SystemRole role) {
        return new NewAccount("ada", "ada@example.org", "{pbkdf2}hash", role, PROFILE, REGISTERED);
    }

    Accounts accounts() {
        return accounts;
    }

    SignIns signIns() {
        return signIns;
    }

    TestExecutor<User> givenNobody() {
        return fixture.givenNoPriorActivity();
    }

    /** A user of this role, to whom then this happened. */
    TestExecutor<User> given(SystemRole role, Object... then) {
        return fixture.given(new UserRegistered(USER, role)).andGiven(then);
    }

    /** There is no other admin who could sign in. */
    void withoutOtherAdmin() {
        when(accounts.holdsOtherActiveAdmin(USER)).thenReturn(false);
    }
}
