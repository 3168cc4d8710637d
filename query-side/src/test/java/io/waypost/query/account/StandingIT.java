package io.waypost.query.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.api.user.SystemRole;
import io.waypost.query.testing.Accounts;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What changed in another process, or by hand, counts here before long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingIT {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String OWN = "/api/auth/me";
    private static final String MANAGED = "/api/users/1";

    private final TestDatabase database = TestDatabase.create();
    private final Tokens tokens = new Tokens(database);
    private final Accounts accounts = new Accounts(database);
    private final QueryNode node = QueryNode.start(database);

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aDisabledUserIsOut() {
        assertIsOutAfter(11, accounts::disable);
    }

    @Test
    void anErasedUserIsOut() {
        assertIsOutAfter(12, accounts::erase);
    }

    @Test
    void anotherRoleCounts() {
        accounts.add(1, "somebody", SystemRole.USER);
        String token = tokens.of(13, SystemRole.ADMIN);
        assertThat(status(MANAGED, token)).isEqualTo(200);

        tokens.of(13, SystemRole.USER);

        awaitStatus(MANAGED, token, 403);
    }

    @Test
    void anAccountThatWasNotThereIsSeenAsSoonAsItIs() {
        assertThat(status(OWN, tokens.ofNobody(14))).isEqualTo(401);

        assertThat(status(OWN, tokens.of(14, SystemRole.USER))).isEqualTo(200);
    }

    @Test
    void aChangeOfOneKeepsNobodyElseOut() {
        String token = tokens.of(15, SystemRole.USER);
        String other = tokens.of(16, SystemRole.USER);
        assertThat(status(OWN, other)).isEqualTo(200);

        accounts.disable(15);

        awaitStatus(OWN, token, 401);
        assertThat(status(OWN, other)).isEqualTo(200);
    }

    private void assertIsOutAfter(long user, LongConsumer change) {
        String token = tokens.of(user, SystemRole.USER);
        assertThat(status(OWN, token)).isEqualTo(200);

        change.accept(user);

        awaitStatus(OWN, token, 401);
    }

    private void awaitStatus(String path, String token, int expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(status(path, token)).isEqualTo(expected));
    }

    private int status(String path, String token) {
        return node.get(path, token).status();
    }
}
