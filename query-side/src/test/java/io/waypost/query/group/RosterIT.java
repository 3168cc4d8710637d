package io.waypost.query.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.query.testing.Accounts;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterIT {

    private static final GroupId SMALL = new GroupId(1);
    private static final GroupId LARGE = new GroupId(2);
    private static final GroupId BROKEN_EARLY = new GroupId(3);
    private static final GroupId BROKEN_LATE = new GroupId(4);
    private static final int FIRST_OF_LARGE = 1_000;
    private static final int SIZE_OF_LARGE = 10_000;
    private static final String HEADER = "user_id,username,email,role,group_role,user_role,joined_at,avatar_url,"
            + "first_name,last_name,child_dob,updated_at\r\n";

    private final TestDatabase database = TestDatabase.create();
    private final Accounts accounts = new Accounts(database);
    private final EventLog log = new EventLog(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String manager = tokens.of(9, SystemRole.MANAGER);
    private final String member = tokens.of(2, SystemRole.USER);
    private final String stranger = tokens.of(8, SystemRole.USER);

    @BeforeAll
    void appendEvents() {
        accounts.add(1, "ada", SystemRole.MANAGER);
        accounts.add(2, "bo", SystemRole.USER);
        accounts.profile(2, "=HYPERLINK(\"https://example.org\")", "Berg, Dr. \"Bo\"", "2024-02-29", "https://a.b/c");
        accounts.add(3, "cy", SystemRole.USER);
        accounts.addMany(FIRST_OF_LARGE, FIRST_OF_LARGE + SIZE_OF_LARGE - 1);
        accounts.add(99, "no-such-role", SystemRole.USER);
        database.asOwner()
                .sql("update waypost_write.account set role = 'none' where id = 99")
                .update();
        List<Object> events = new ArrayList<>();
        for (GroupId group : List.of(SMALL, LARGE, BROKEN_EARLY, BROKEN_LATE)) {
            events.add(new GroupEvent.GroupCreated(group, "Group", Optional.empty(), new UserId(1)));
        }
        for (long user : List.of(3L, 2L, 1L)) {
            events.add(joined(SMALL, user));
        }
        events.add(joined(BROKEN_EARLY, 2));
        events.add(joined(BROKEN_EARLY, 99));
        for (int i = 0; i < SIZE_OF_LARGE; i++) {
            events.add(joined(LARGE, FIRST_OF_LARGE + i));
            events.add(joined(BROKEN_LATE, FIRST_OF_LARGE + i));
        }
        events.add(joined(BROKEN_LATE, 99));
        node.awaitPosition(log.append(events), manager);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private static Object joined(GroupId group, long user) {
        return new GroupEvent.MemberAddedToGroup(group, new UserId(user), GroupRole.MEMBER);
    }

    private Answer csv(GroupId group, String token) {
        return node.get(
                "/api/groups/" + group.value() + "/members",
                Map.of("Authorization", "Bearer " + token, "Accept", "text/csv"));
    }

    private static List<Long> ids(JsonNode members) {
        List<Long> ids = new ArrayList<>();
        members.forEach(one -> ids.add(one.get("user_id").asLong()));
        return ids;
    }

    @Test
    void theMembersAreThoseThatTheGroupShows() {
        Answer answer = node.get("/api/groups/1/members", member);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).contains("\"3\"");
        assertThat(ids(answer.body())).containsExactly(3L, 2L, 1L);
        assertThat(answer.body())
                .isEqualTo(node.get("/api/groups/1", member).body().get("members"));
    }

    @Test
    void theMembersComeInPagesIfAskedFor() {
        JsonNode first = node.get("/api/groups/1/members?limit=2", member).body();
        JsonNode second = node.get(
                        "/api/groups/1/members?limit=2&cursor="
                                + first.get("next_cursor").asString(),
                        member)
                .body();

        assertThat(ids(first.get("items"))).containsExactly(3L, 2L);
        assertThat(ids(second.get("items"))).containsExactly(1L);
        assertThat(second.get("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=*", "cursor=YWJj"})
    void aPageThatCannotBeIsInvalidWhetherOrNotTheGroupExists(String parameters) {
        assertThat(node.get("/api/groups/1/members?" + parameters, member).status())
                .isEqualTo(422);
        assertThat(node.get("/api/groups/77/members?" + parameters, member).status())
                .isEqualTo(422);
    }

    @Test
    void aClientThatAcceptsCsvGetsThemAllWithoutFormulas() {
        Answer answer = csv(SMALL, member);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.header("Waypost-As-Of")).isPresent();
        assertThat(answer.raw().body())
                .startsWith(HEADER
                        + "3,cy,cy@example.org,member,member,user,2026-01-01T00:00:04Z,,,,,2026-01-01T00:00:04Z\r\n"
                        + "2,bo,bo@example.org,member,member,user,2026-01-01T00:00:05Z,https://a.b/c,"
                        + "\"'=HYPERLINK(\"\"https://example.org\"\")\",\"Berg, Dr. \"\"Bo\"\"\",2024-02-29,"
                        + "2026-01-01T00:00:05Z\r\n"
                        + "1,ada,");
        assertThat(answer.raw().body().lines()).hasSize(4);
    }

    @Test
    void whoPrefersCsvGetsCsvAndWhoAcceptsAnythingGetsJson() {
        Map<String, String> csvFirst =
                Map.of("Authorization", "Bearer " + member, "Accept", "text/csv, application/json;q=0.5");
        Map<String, String> anything = Map.of("Authorization", "Bearer " + member, "Accept", "*/*");

        assertThat(node.get("/api/groups/1/members", csvFirst).header("Content-Type"))
                .contains("text/csv;charset=UTF-8");
        for (String path : List.of("/api/groups/1/members", "/api/groups/1/members?limit=1")) {
            assertThat(node.get(path, anything).header("Content-Type")).contains("application/json");
            assertThat(node.get(path, member).header("Content-Type")).contains("application/json");
        }
    }

    @Test
    void csvIsNeverAPart() {
        Map<String, String> csv = Map.of("Authorization", "Bearer " + member, "Accept", "text/csv");

        assertThat(node.get("/api/groups/1/members?limit=1", csv).raw().body().lines())
                .hasSize(4);
    }

    @Test
    void whatCannotBeGivenIsNotAcceptable() {
        Map<String, String> image = Map.of("Authorization", "Bearer " + member, "Accept", "image/png");

        assertThat(node.get("/api/groups/1/members", image).status()).isEqualTo(406);
    }

    @Test
    void aRosterOfTenThousandComesInOneAnswer() {
        JsonNode group = node.get("/api/groups/2", manager).body();

        assertThat(group.get("member_count").asInt()).isEqualTo(SIZE_OF_LARGE);
        assertThat(group.get("members").size()).isEqualTo(SIZE_OF_LARGE);
        assertThat(group.at("/members/9999/user_id").asInt()).isEqualTo(FIRST_OF_LARGE + SIZE_OF_LARGE - 1);
        assertThat(csv(LARGE, manager).raw().body().lines()).hasSize(SIZE_OF_LARGE + 1);
    }

    @Test
    void oneMoreMemberOfALargeGroupIsOneMoreRow() {
        // Without an account, so that the roster that others see stays as it is.
        UserId late = new UserId(100);
        String before = placesOfRows(LARGE, late);

        node.awaitPosition(log.append(joined(LARGE, late.value())), manager);

        assertThat(placesOfRows(LARGE, late)).isEqualTo(before);
        assertThat(database.rows("waypost_read.group_member")).anyMatch(row -> row.startsWith("(2,100,"));
    }

    /** Where the rows of all members but one are: a row that is written again gets another place. */
    private String placesOfRows(GroupId group, UserId except) {
        return database.asOwner()
                .sql("""
                        select string_agg(ctid::text, ' ' order by user_id)
                          from waypost_read.group_member
                         where group_id = ? and user_id <> ?
                        """)
                .param(group.value())
                .param(except.value())
                .query(String.class)
                .single();
    }

    @Test
    void aFailureBeforeTheFirstByteIsAProblem() {
        Answer answer = csv(BROKEN_EARLY, manager);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("Content-Disposition")).isEmpty();
        assertThat(answer.body().get("code").asString()).isEqualTo("internal_error");
    }

    @Test
    void aFailureLaterBreaksTheAnswerOffSoThatItIsNotTakenForTheWhole() {
        assertThatThrownBy(() -> csv(BROKEN_LATE, manager)).hasRootCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv"})
    void othersAreRefusedWhateverTheyAccept(String accept) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + stranger, "Accept", accept);

        Answer forbidden = node.get("/api/groups/1/members", headers);
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.header("Content-Type")).contains("application/problem+json");
        assertThat(node.get("/api/groups/77/members", headers).status()).isEqualTo(404);
        assertThat(node.get("/api/groups/x/members", headers).status()).isEqualTo(422);
        assertThat(node.get("/api/groups/1/members", Map.of("Accept", accept)).status())
                .isEqualTo(401);
    }
}
