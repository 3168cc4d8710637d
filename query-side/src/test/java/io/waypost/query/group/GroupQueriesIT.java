package io.waypost.query.group;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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
class GroupQueriesIT {

    private static final GroupId FIRST = new GroupId(50);
    private static final GroupId SECOND = new GroupId(20);
    private static final GroupId THIRD = new GroupId(30);
    private static final GroupId GONE = new GroupId(40);
    private static final UserId ADA = new UserId(1);
    private static final UserId BO = new UserId(2);
    private static final UserId CY = new UserId(3);
    private static final UserId ERASED = new UserId(17);

    private final TestDatabase database = TestDatabase.create();
    private final Accounts accounts = new Accounts(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String admin = tokens.of(9, SystemRole.ADMIN);
    private final String manager = tokens.of(ADA.value(), SystemRole.MANAGER);
    private final String member = tokens.of(BO.value(), SystemRole.USER);
    private final String stranger = tokens.of(8, SystemRole.USER);

    @BeforeAll
    void appendEvents() {
        accounts.add(ADA.value(), "ada", SystemRole.MANAGER);
        accounts.add(BO.value(), "bo", SystemRole.USER);
        accounts.profile(BO.value(), "Bo", "Berg", "2024-02-29", "https://example.org/bo.png");
        accounts.add(CY.value(), "cy", SystemRole.USER);
        accounts.add(ERASED.value(), "gone", SystemRole.MANAGER);
        accounts.erase(ERASED.value());
        long head = new EventLog(database)
                .append(
                        new GroupEvent.GroupCreated(FIRST, "First", Optional.of("About the first"), ADA),
                        new GroupEvent.GroupCreated(SECOND, "Second", Optional.empty(), ERASED),
                        new GroupEvent.GroupCreated(THIRD, "Third", Optional.empty(), ADA),
                        new GroupEvent.GroupCreated(GONE, "Gone", Optional.empty(), ADA),
                        new GroupEvent.MemberAddedToGroup(FIRST, CY, GroupRole.MEMBER),
                        new GroupEvent.MemberAddedToGroup(FIRST, BO, GroupRole.MODERATOR),
                        new GroupEvent.MemberAddedToGroup(FIRST, ERASED, GroupRole.MEMBER),
                        new GroupEvent.MemberRoleChanged(FIRST, CY, GroupRole.OWNER),
                        new GroupEvent.MemberAddedToGroup(THIRD, BO, GroupRole.OWNER),
                        new GroupEvent.MemberAddedToGroup(GONE, BO, GroupRole.OWNER),
                        new GroupEvent.GroupDeleted(GONE));
        node.awaitPosition(head, admin);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private static List<String> names(JsonNode groups) {
        List<String> names = new ArrayList<>();
        groups.forEach(group -> names.add(group.get("name").asString()));
        return names;
    }

    @Test
    void aManagersListShowsAllGroupsOldestFirst() {
        Answer answer = node.get("/api/groups", manager);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).isEqualTo("""
                [{"id":50,"name":"First","description":"About the first","created_by":"ada",\
                "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:07Z","member_count":3},\
                {"id":20,"name":"Second","description":null,"created_by":"erased user 17",\
                "created_at":"2026-01-01T00:00:01Z","updated_at":"2026-01-01T00:00:01Z","member_count":0},\
                {"id":30,"name":"Third","description":null,"created_by":"ada",\
                "created_at":"2026-01-01T00:00:02Z","updated_at":"2026-01-01T00:00:08Z","member_count":1}]""");
        assertThat(node.get("/api/groups", admin).body()).isEqualTo(answer.body());
    }

    @Test
    void othersListsShowTheirOwnGroups() {
        assertThat(names(node.get("/api/groups", member).body())).containsExactly("First", "Third");
        assertThat(node.get("/api/groups", stranger).body().toString()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "member"})
    void theListComesInPagesIfAskedFor(String who) {
        String token = who.equals("manager") ? manager : member;
        List<String> all = names(node.get("/api/groups", token).body());
        List<String> paged = new ArrayList<>();
        String path = "/api/groups?limit=1";
        while (!path.isEmpty()) {
            JsonNode page = node.get(path, token).body();
            assertThat(page.get("items").size()).isEqualTo(1);
            paged.addAll(names(page.get("items")));
            JsonNode next = page.get("next_cursor");
            path = next.isNull() ? "" : "/api/groups?limit=1&cursor=" + next.asString();
        }

        assertThat(paged).isEqualTo(all);
    }

    @Test
    void aCursorAloneTakesTheUsualLimit() {
        String cursor = node.get("/api/groups?limit=1", manager)
                .body()
                .get("next_cursor")
                .asString();

        JsonNode rest = node.get("/api/groups?cursor=" + cursor, manager).body();

        assertThat(names(rest.get("items"))).containsExactly("Second", "Third");
        assertThat(rest.get("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "cursor=*", "cursor=", "cursor=YWJj"})
    void aPageThatCannotBeIsInvalid(String parameters) {
        assertThat(node.get("/api/groups?" + parameters, manager).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z/1", "1900-01-01T00:00:00Z/1", "2026-01-01T00:00:00Z/x", "x/1"})
    void aCursorThatWasNotGivenOutIsInvalid(String position) {
        String cursor = Base64.getUrlEncoder().encodeToString(position.getBytes(StandardCharsets.UTF_8));

        Answer answer = node.get("/api/groups?cursor=" + cursor, manager);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("cursor");
    }

    @Test
    void aGroupShowsItsMembersInTheOrderOfJoiningWithoutThoseErased() {
        Answer answer = node.get("/api/groups/50", member);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).contains("\"4\"");
        assertThat(answer.body().toString()).isEqualTo("""
                {"id":50,"name":"First","description":"About the first","created_by":"ada",\
                "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:07Z","member_count":2,"members":[\
                {"user_id":3,"username":"cy","email":"cy@example.org","role":"owner","group_role":"owner",\
                "user_role":"user","joined_at":"2026-01-01T00:00:04Z","avatar_url":null,"first_name":null,\
                "last_name":null,"child_dob":null,"updated_at":"2026-01-01T00:00:07Z"},\
                {"user_id":2,"username":"bo","email":"bo@example.org","role":"moderator","group_role":"moderator",\
                "user_role":"user","joined_at":"2026-01-01T00:00:05Z","avatar_url":"https://example.org/bo.png",\
                "first_name":"Bo","last_name":"Berg","child_dob":"2024-02-29","updated_at":"2026-01-01T00:00:05Z"}]}""");
        assertThat(node.get("/api/groups/50", manager).body()).isEqualTo(answer.body());
    }

    @Test
    void whoMadeAGroupIsNamedByNumberOnceErased() {
        assertThat(node.get("/api/groups/20", admin).body().get("created_by").asString())
                .isEqualTo("erased user 17");
    }

    @Test
    void theVersionNeverLeadsTo304() {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + member, "If-None-Match", "\"4\"");

        assertThat(node.get("/api/groups/50", headers).status()).isEqualTo(200);
    }

    @Test
    void aGroupThatOneIsNotInIsForbidden() {
        assertThat(node.get("/api/groups/50", stranger).status()).isEqualTo(403);
        assertThat(node.get("/api/groups/20", member).body().get("code").asString())
                .isEqualTo("forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "40", "0", "-1", "99999999999999999999"})
    void aGroupThatDoesNotExistIsNotFoundForEveryone(String id) {
        assertThat(node.get("/api/groups/" + id, stranger).status()).isEqualTo(404);
        assertThat(node.get("/api/groups/" + id, admin).body().get("detail").asString())
                .isEqualTo("Group not found");
    }

    @Test
    void anIdThatIsNoNumberIsInvalid() {
        assertThat(node.get("/api/groups/x", stranger).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/groups", "/api/groups?limit=1", "/api/groups/50", "/api/groups/x"})
    void nothingIsSaidWithoutAValidToken(String path) {
        assertThat(node.get(path, Map.of()).status()).isEqualTo(401);
        assertThat(node.get(path, tokens.expired(1, SystemRole.ADMIN)).status()).isEqualTo(401);
    }

    @Test
    void theExportTellsOfAPersonsGroups() {
        GroupsOfPerson part = node.bean(GroupsOfPerson.class);

        assertThat(part.section()).isEqualTo("groups");
        assertThat(part.of(BO)).asString().isEqualTo("""
                [HeldMembership[groupId=50, name=First, role=moderator, joinedAt=2026-01-01T00:00:05Z], \
                HeldMembership[groupId=30, name=Third, role=owner, joinedAt=2026-01-01T00:00:08Z]]""");
        assertThat(part.of(new UserId(8))).asString().isEqualTo("[]");
    }
}
