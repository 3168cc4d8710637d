package io.waypost.query.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.api.user.SystemRole;
import io.waypost.query.testing.Accounts;
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
import tools.jackson.databind.JsonNode;

/** Five thousand groups, one of which has ten thousand members, and a user who is in two hundred of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyGroupsIT {

    private static final int GROUPS = 5_000;
    private static final int OWN_GROUPS = 200;
    private static final int COURSES = 50;
    private static final long BUSY = 7;

    private final TestDatabase database = TestDatabase.create();
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String manager = tokens.of(1, SystemRole.MANAGER);
    private final String busy = tokens.of(BUSY, SystemRole.USER);

    @BeforeAll
    void fill() {
        new Accounts(database).addMany(1, 10_000);
        for (String statement : List.of("""
                insert into waypost_read.user_group
                select i, 'Group ' || i, null, 1, timestamptz '2026-01-01Z' + (i / 3) * interval '1 second', now(), 0, 0
                  from generate_series(1, 5000) i
                """, """
                insert into waypost_read.group_member
                select 1, i, 'member', now(), i, now() from generate_series(1, 10000) i
                """, """
                insert into waypost_read.group_member
                select i, 7, 'member', now(), 1, now() from generate_series(2, 200) i
                """, """
                insert into waypost_read.group_member
                select i, 10000 + i * 10 + j, 'member', now(), j, now()
                  from generate_series(1, 5000) i, generate_series(1, 5) j
                """, """
                insert into waypost_read.course
                select i, 'Course ' || i, null, now(), now(), 0 from generate_series(1, 50) i
                """, """
                insert into waypost_read.group_course
                select i, 1 + (i + j) % 50, j from generate_series(1, 5000) i, generate_series(0, 4) j
                """, "analyze")) {
            database.asOwner().sql(statement).update();
        }
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private static List<Long> ids(JsonNode items) {
        List<Long> ids = new ArrayList<>();
        items.forEach(item -> ids.add(item.get("id").asLong()));
        return ids;
    }

    @Test
    void allGroupsComeInOneAnswerOrInPagesEachOnce() {
        List<Long> expected = LongStream.rangeClosed(1, GROUPS).boxed().toList();
        assertThat(ids(node.get("/api/groups", manager).body())).isEqualTo(expected);

        List<Long> paged = new ArrayList<>();
        String path = "/api/groups?limit=200";
        while (!path.isEmpty()) {
            JsonNode page = node.get(path, manager).body();
            paged.addAll(ids(page.get("items")));
            JsonNode next = page.get("next_cursor");
            path = next.isNull() ? "" : "/api/groups?limit=200&cursor=" + next.asString();
        }

        assertThat(paged).isEqualTo(expected);
    }

    @Test
    void aUserOfManyGroupsSeesEachGroupAndEachCourseOnce() {
        assertThat(ids(node.get("/api/groups", busy).body())).hasSize(OWN_GROUPS);
        assertThat(ids(node.get("/api/courses", busy).body())).hasSize(COURSES).doesNotHaveDuplicates();
        JsonNode courses = node.get("/api/users/7/courses", busy).body();
        assertThat(ids(courses)).hasSize(COURSES).doesNotHaveDuplicates();
        assertThat(courses.get(0).get("sources").size()).isEqualTo(OWN_GROUPS * 5 / COURSES);
    }

    @Test
    void theGroupsOfAUserAreLookedUp() {
        assertThat(node.get("/api/courses/10", busy).status()).isEqualTo(200);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(scans("group_member_user_id_group_id_idx")).isPositive());
    }

    @Test
    void aPageOfALargeRosterIsLookedUp() {
        assertThat(node.get("/api/groups/1/members?limit=5", manager)
                        .body()
                        .get("items")
                        .size())
                .isEqualTo(5);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(scans("group_member_group_id_joined_version_idx"))
                        .isPositive());
    }

    /** How often an index has been used. PostgreSQL counts with some seconds of delay. */
    private long scans(String index) {
        return database.asOwner()
                .sql("select idx_scan from pg_stat_user_indexes where indexrelname = ?")
                .param(index)
                .query(Long.class)
                .single();
    }
}
