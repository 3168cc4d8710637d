package io.waypost.query.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.api.user.SystemRole;
import io.waypost.query.testing.Accounts;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyUsersIT {

    private static final int USERS = 5_000;

    private final TestDatabase database = TestDatabase.create();
    private final Accounts accounts = new Accounts(database);
    private final String admin = new Tokens(database).of(1, SystemRole.ADMIN);
    private final QueryNode node = QueryNode.start(database);

    @BeforeAll
    void createAccounts() {
        // Always ten of the same age, the older ones with the higher ids.
        database.asCommand().sql("""
                insert into waypost_write.account
                       (id, username, email, password_hash, role, is_active, created_at, updated_at)
                select i, 'user' || i, md5(i::text) || '@example.org', repeat('x', 90), 'user', i % 100 <> 0,
                       '2026-01-01T00:00:00.123456Z'::timestamptz - i / 10 * interval '1 second', now()
                  from generate_series(1, ?) i
                on conflict (id) do update
                   set username = excluded.username, email = excluded.email, password_hash = excluded.password_hash,
                       is_active = excluded.is_active, created_at = excluded.created_at
                """).param(USERS).update();
        database.asOwner().sql("analyze waypost_write.account").update();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    /** Turns all pages, with something that happens in between. */
    private List<Long> walk(String query, Runnable betweenPages) {
        List<Long> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = node.get("/api/users?" + query + next, admin).body();
            page.get("items").forEach(user -> ids.add(user.get("id").asLong()));
            next = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asString();
            betweenPages.run();
        } while (!next.isEmpty());
        return ids;
    }

    @Test
    void pagesShowEveryUserOnceInOrderWhileUsersComeAndGo() {
        List<Long> added = new ArrayList<>();

        List<Long> ids = walk("limit=200&search=user", () -> {
            long id = 10_000L + added.size();
            added.add(id);
            accounts.add(id, "user" + id, SystemRole.USER, Happened.START.plusSeconds(id));
        });
        added.forEach(accounts::erase);

        List<Long> before = ids.stream().filter(id -> id <= USERS).toList();
        assertThat(before)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, USERS)
                        .boxed()
                        .sorted((a, b) -> a / 10 == b / 10 ? Long.compare(a, b) : Long.compare(b / 10, a / 10))
                        .toList());
        assertThat(ids).doesNotHaveDuplicates().containsAll(added.subList(0, added.size() - 1));
        assertThat(added).hasSizeGreaterThan(USERS / 200);
    }

    @Test
    void aPageHolds50UsersUnlessMoreOrLessAreWantedAndTheLastOneHasNoCursor() {
        assertThat(node.get("/api/users?search=user", admin).body().get("items").size())
                .isEqualTo(50);
        assertThat(walk("is_active=false&limit=50", () -> {})).hasSize(50);
        assertThat(node.get("/api/users?is_active=false", admin)
                        .body()
                        .get("next_cursor")
                        .isNull())
                .isTrue();
        assertThat(node.get("/api/users?is_active=false&limit=49", admin)
                        .body()
                        .get("next_cursor")
                        .isNull())
                .isFalse();
    }

    /** As the role of the query side, which may not use what it may not read, statistics included. */
    @ParameterizedTest
    @CsvSource({"%user4711%, account_search", "%example.org%, account_by_age"})
    void aRareTextIsLookedUpAndACommonOneIsMetOnTheWay(String pattern, String index) {
        List<String> plan = database.asQuery()
                .sql("""
                        explain select id from waypost_write.account
                         where (created_at, id) > ('1970-01-01', 0) and search_text like '%s'
                         order by created_at, id limit 51
                        """.replace("%s", pattern))
                .query((row, number) -> row.getString(1))
                .list();

        assertThat(String.join("\n", plan)).contains(index);
    }

    /** So often that the statement is prepared on the server, which must not fix its plan. */
    @Test
    void aRareTextIsLookedUpEachTime() {
        int times = 20;
        for (int i = 0; i < times; i++) {
            assertThat(node.get("/api/users?search=user4711", admin)
                            .body()
                            .get("items")
                            .size())
                    .isEqualTo(1);
        }

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(database.indexScans("account_search")).isGreaterThanOrEqualTo(times));
    }
}
