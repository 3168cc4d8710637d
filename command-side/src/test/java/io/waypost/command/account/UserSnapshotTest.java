package io.waypost.command.account;

import static io.waypost.command.account.UserFixture.ADMIN;
import static io.waypost.command.account.UserFixture.NOW;
import static io.waypost.command.account.UserFixture.USER;

import io.waypost.api.user.SystemRole;
import io.waypost.command.Snapshots;
import io.waypost.command.account.UserCommand.DisableUser;
import org.junit.jupiter.api.Test;

class UserSnapshotTest {

    @Test
    void readsBack() {
        new UserFixture()
                .given(SystemRole.MANAGER)
                .when(new DisableUser(USER, ADMIN, NOW))
                .expectState(user -> Snapshots.assertReadsBack("User", user));
    }
}
