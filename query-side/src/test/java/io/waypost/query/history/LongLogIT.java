package io.waypost.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.api.user.SystemRole;
import io.waypost.query.testing.Accounts;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** In a log of many events the few of one user are looked up, not looked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongLogIT {

    private static final int EVENTS = 10_000;
    private static final int USERS = 1_000;

    private final TestDatabase database = TestDatabase.create();
    private final String admin = new Tokens(database).of(1, SystemRole.ADMIN);
    private final QueryNode node = QueryNode.start(database);

    @BeforeAll
    void appendEvents() {
        new Accounts(database).add(7, "seven", SystemRole.USER);
        database.asCommand()
                .sql("""
                insert into waypost_write.domain_event (event_id, aggregate_id, sequence_number, aggregate_type,
                                                        occurred_at, event_type, revision, payload, metadata)
                select 'event-' || i, 'group-' || i % 50, i, 'Group', '2026-01-01T00:00:00.000Z', 'MemberAddedToGroup',
                       '1', '{"group_id":' || i % 50 || ',"user_id":' || i % :users || ',"role":"member"}',
                       '{"who":' || i % :users || '}'
                  from generate_series(1, :events) i
                """)
                .param("users", USERS)
                .param("events", EVENTS)
                .update();
        database.asCommand().sql("""
                insert into waypost_write.domain_event (event_id, aggregate_id, sequence_number, aggregate_type,
                                                        occurred_at, event_type, revision, payload, metadata)
                values ('first', 'user-7', 0, 'User', '2026-01-01T00:00:00.000Z', 'UserRegistered', '1',
                        '{"user_id":7,"role":"user"}', '{}')
                """).update();
        database.asOwner().sql("analyze waypost_write.domain_event").update();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void theMembershipsOfAUserAreLookedUp() {
        assertThat(node.get("/api/users/7/history", admin).body().get("items").size())
                .isEqualTo(1 + EVENTS / USERS);

        awaitScanOf("domain_event_of_member");
    }

    @Test
    void whatAUserDidIsLookedUp() {
        assertThat(node.get("/api/users/7/export", admin).body().get("actions").size())
                .isEqualTo(EVENTS / USERS);

        awaitScanOf("domain_event_by_who");
    }

    private void awaitScanOf(String index) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(database.indexScans(index)).isPositive());
    }
}
