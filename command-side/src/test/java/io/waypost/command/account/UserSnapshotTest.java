package io.waypost.command.account;

import static org.mockito.Mockito.mock;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.command.Snapshots;
import io.waypost.command.account.UserCommand.RegisterUser;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class UserSnapshotTest {

    @Test
    void readsBack() {
        AggregateTestFixture<User> fixture = new AggregateTestFixture<>(User.class);
        fixture.registerInjectableResource(mock(Accounts.class));
        NewAccount account = new NewAccount(
                "ada", "ada@example.org", "{bcrypt}hash", SystemRole.MANAGER, Instant.parse("2026-03-01T08:00:00Z"));

        fixture.givenNoPriorActivity()
                .when(new RegisterUser(new UserId(5), account))
                .expectState(user -> Snapshots.assertReadsBack("User", user));
    }
}
