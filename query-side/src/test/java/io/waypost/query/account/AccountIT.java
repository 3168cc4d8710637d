package io.waypost.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.user.SystemRole;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountIT {

    private final TestDatabase database = TestDatabase.create();
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);

    @BeforeAll
    void createAccounts() {
        database.asCommand().sql("""
                insert into waypost_write.account
                values (1, 'ada', 'ada@example.org', 'hash', 'Ada', null, 'Bo', 'female', '2024-02-29', null, 'manager',
                        true, true, '2026-01-01T10:00:00Z', '2026-01-02T10:00:00Z')
                """).update();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void theSignedInUserSeesTheirAccountWithoutThePassword() {
        Answer answer = node.get("/api/auth/me", tokens.of(1, SystemRole.MANAGER));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Waypost-As-Of")).contains("0");
        assertThat(answer.body().toString()).isEqualTo("""
                {"id":1,"username":"ada","email":"ada@example.org","first_name":"Ada","last_name":null,\
                "child_name":"Bo","child_sex_assigned_at_birth":"female","child_dob":"2024-02-29","avatar_url":null,\
                "role":{"id":2,"name":"manager","description":"Authors modules, runs groups and assigns courses"},\
                "email_verified":true,"is_active":true,"created_at":"2026-01-01T10:00:00Z",\
                "updated_at":"2026-01-02T10:00:00Z"}""");
    }

    @Test
    void anErasedUserIsNotSignedInAnyMore() {
        assertThat(node.get("/api/auth/me", tokens.ofNobody(2)).status()).isEqualTo(401);
    }

    @Test
    void nothingIsSaidWithoutAToken() {
        assertThat(node.get("/api/auth/me", Map.of()).status()).isEqualTo(401);
    }
}
