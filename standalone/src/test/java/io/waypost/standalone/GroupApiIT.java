package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups and their members, as the contract has them. */
@ExtendWith(SharedWaypost.class)
class GroupApiIT {

    private static final Duration SOON = Duration.ofMinutes(1);

    private Api api;
    private Groups groups;
    private Participants people;

    @BeforeEach
    void signIn(Api signedIn, RunningWaypost waypost) {
        api = signedIn;
        groups = new Groups(signedIn, waypost);
        people = new Participants(waypost);
    }

    @Test
    void aNewGroupHasItsCreatorForOwner() {
        long maker = people.manager();
        Answer created = people.manager(maker)
                .post("/api/groups", Map.of("name", "  Spring parents ", "description", "Born in March"))
                .expect(201);

        assertThat(created.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "name", "description", "created_by", "created_at", "updated_at", "member_count");
        assertThat(created.body().path("name").asString()).isEqualTo("Spring parents");
        assertThat(created.body().path("description").asString()).isEqualTo("Born in March");
        assertThat(created.body().path("created_by").asString()).isEqualTo(Participants.nameOf(maker));
        assertThat(created.body().path("member_count").asInt()).isOne();
        assertThat(created.body().path("created_at").asString()).endsWith("Z");
        assertThat(created.header("location")).hasValue(Groups.path(created.id()));
        assertThat(created.header("Waypost-Projection")).isEmpty();
        assertThat(created.etag()).isEqualTo("\"1\"");
        assertThat(groups.members(created.id())).containsExactly(Map.entry(maker, "owner"));
        assertThat(groups.events(created.id())).containsExactly("GroupCreated", "MemberAddedToGroup");
    }

    @Test
    void aPatchChangesOnlyWhatIsPresent() {
        long id = api.post("/api/groups", Map.of("name", "A", "description", "D"))
                .expect(201)
                .id();

        assertThat(api.patch(Groups.path(id), Map.of()).expect(200).etag()).isEqualTo("\"1\"");
        Answer renamed = api.patch(Groups.path(id), Map.of("name", "B")).expect(200);
        assertThat(renamed.body().path("name").asString()).isEqualTo("B");
        assertThat(renamed.body().path("description").asString()).isEqualTo("D");
        assertThat(renamed.etag()).isEqualTo("\"2\"");
        Answer cleared = api.patch(Groups.path(id), Map.of("description", "")).expect(200);
        assertThat(cleared.body().path("description").isNull()).isTrue();
    }

    @Test
    void aGroupSaysThatItsCreatorWasErased() {
        long maker = people.manager();
        long id = new Groups(people.manager(maker), groups.jdbc()).group();
        groups.add(id, people.user(), "owner");

        people.erase(maker);

        assertThat(api.patch(Groups.path(id), Map.of("name", "Without its maker"))
                        .expect(200)
                        .body()
                        .path("created_by")
                        .asString())
                .isEqualTo("erased user " + maker);
    }

    @Test
    void textsOfGroupsKeepToTheirLimits() {
        long id = groups.group();
        Map<String, Object> nullName = new HashMap<>();
        nullName.put("name", null);

        for (Answer blank : List.of(
                api.post("/api/groups", Map.of("name", " \t")), api.patch(Groups.path(id), Map.of("name", "")))) {
            assertThat(blank.expectProblem(400, "text_blank")
                            .body()
                            .path("detail")
                            .asString())
                    .isEqualTo("Group name cannot be empty");
        }
        api.post("/api/groups", Map.of()).expectProblem(422, "invalid_input");
        api.post("/api/groups", Map.of("name", "x".repeat(201))).expectProblem(422, "invalid_input");
        api.post("/api/groups", Map.of("name", "A", "description", "x".repeat(5001)))
                .expectProblem(422, "invalid_input");
        api.patch(Groups.path(id), nullName).expectProblem(422, "invalid_input");
        api.patch("/api/groups/abc", Map.of("name", "B")).expectProblem(422, "invalid_input");
        api.patch("/api/groups/999999999", Map.of("name", "")).expectProblem(404, "not_found");
        assertThat(groups.events(id)).hasSize(2);
    }

    @Test
    void aDeletedGroupIsGoneWithItsMembersAndCourses() {
        long id = groups.group();
        groups.add(id, people.user(), "member");
        api.post(Groups.courses(id), Map.of("course_id", new Authoring(api).course("C")))
                .expect(201);
        api.with("If-Match", "\"0\"").delete(Groups.path(id)).expectProblem(412, "stale_version");

        api.with("If-Match", "\"3\"").delete(Groups.path(id)).expect(204);

        assertThat(groups.members(id)).isEmpty();
        assertThat(groups.assigned(id)).isEmpty();
        api.delete(Groups.path(id)).expectProblem(404, "not_found");
        api.patch(Groups.path(id), Map.of("name", "B")).expectProblem(404, "not_found");
        api.post(Groups.member(id, people.user()), Map.of()).expectProblem(404, "not_found");
    }

    @Test
    void aMemberIsAddedWithOrWithoutARole() {
        long id = groups.group();
        long plain = people.user();
        long moderator = people.user();

        Answer added = api.raw("POST", Groups.member(id, plain), "application/json", "")
                .expect(201);
        assertThat(added.body().propertyNames()).containsExactlyInAnyOrder("message", "role");
        assertThat(added.body().path("role").asString()).isEqualTo("member");
        assertThat(added.body().path("message").asString()).isNotBlank();
        assertThat(added.etag()).isEqualTo("\"2\"");
        assertThat(api.post(Groups.member(id, moderator), Map.of("role", "moderator"))
                        .expect(201)
                        .body()
                        .path("role")
                        .asString())
                .isEqualTo("moderator");

        assertThat(groups.members(id)).containsEntry(plain, "member").containsEntry(moderator, "moderator");
        assertThat(api.patch(Groups.path(id), Map.of())
                        .expect(200)
                        .body()
                        .path("member_count")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"role\": null}"})
    void aBodyThatNamesNoRoleMakesAPlainMember(String body) {
        long id = groups.group();
        long user = people.user();

        api.raw("POST", Groups.member(id, user), "application/json", body).expect(201);

        assertThat(groups.members(id)).containsEntry(user, "member");
    }

    @Test
    void noBodyAndNoMediaTypeMakeAPlainMember() {
        long id = groups.group();
        long user = people.user();

        api.post(Groups.member(id, user)).expect(201);

        assertThat(groups.members(id)).containsEntry(user, "member");
    }

    @Test
    void whoCannotBeAddedIsNot() {
        long id = groups.group();
        long user = people.user();
        groups.add(id, user, "member");
        long erased = people.user();
        people.erase(erased);

        api.post(Groups.member(id, user), Map.of()).expectProblem(400, "already_member");
        api.post(Groups.member(id, user), Map.of("role", "owner")).expectProblem(400, "already_member");
        api.post(Groups.member(id, people.user()), Map.of("role", "boss")).expectProblem(400, "unknown_role");
        api.post(Groups.member(id, 999_999_999), Map.of()).expectProblem(404, "not_found");
        api.post(Groups.member(id, 999_999_999), Map.of("role", "boss")).expectProblem(404, "not_found");
        api.post(Groups.member(id, erased), Map.of()).expectProblem(404, "not_found");
        api.post(Groups.member(999_999_999, user), Map.of()).expectProblem(404, "not_found");
        api.post(Groups.member(id, user), Map.of("role", 5)).expectProblem(422, "invalid_input");
        api.post(Groups.path(id) + "/members/abc", Map.of()).expectProblem(422, "invalid_input");
        assertThat(groups.events(id)).hasSize(3);
    }

    @Test
    void aMemberGetsAnotherRole() {
        long id = groups.group();
        long user = people.user();
        groups.add(id, user, "member");
        String role = Groups.member(id, user) + "/role";

        Answer changed = api.patch(role, Map.of("role", "moderator")).expect(200);
        assertThat(changed.body().propertyNames()).containsExactlyInAnyOrder("message", "user_id", "role");
        assertThat(changed.body().path("user_id").asLong()).isEqualTo(user);
        assertThat(changed.body().path("role").asString()).isEqualTo("moderator");
        assertThat(groups.members(id)).containsEntry(user, "moderator");
        assertThat(api.patch(role, Map.of("role", "moderator")).expect(200).etag())
                .isEqualTo(changed.etag());

        api.patch(role, Map.of("role", "boss")).expectProblem(400, "unknown_role");
        api.patch(role, Map.of()).expectProblem(422, "invalid_input");
        api.patch(Groups.member(id, people.user()) + "/role", Map.of("role", "owner"))
                .expectProblem(404, "not_found");
        api.patch(Groups.member(999_999_999, user) + "/role", Map.of("role", "owner"))
                .expectProblem(404, "not_found");
        assertThat(groups.members(id)).containsEntry(user, "moderator");
    }

    @Test
    void aMemberLeaves() {
        long id = groups.group();
        long user = people.user();
        groups.add(id, user, "member");

        api.delete(Groups.member(id, user)).expect(204);

        assertThat(groups.members(id)).doesNotContainKey(user);
        api.delete(Groups.member(id, user)).expectProblem(404, "not_found");
        api.delete(Groups.member(999_999_999, user)).expectProblem(404, "not_found");
        groups.add(id, user, "owner");
        assertThat(groups.members(id)).containsEntry(user, "owner");
    }

    @Test
    void theLastOwnerStays() {
        long maker = people.manager();
        long id = new Groups(people.manager(maker), groups.jdbc()).group();
        groups.add(id, people.user(), "moderator");

        api.delete(Groups.member(id, maker)).expectProblem(400, "last_owner");
        api.patch(Groups.member(id, maker) + "/role", Map.of("role", "member")).expectProblem(400, "last_owner");
        assertThat(groups.members(id)).containsEntry(maker, "owner");

        long second = people.user();
        groups.add(id, second, "owner");
        api.delete(Groups.member(id, maker)).expect(204);
        api.delete(Groups.member(id, second)).expectProblem(400, "last_owner");
    }

    @Test
    void whoIsErasedLeavesEveryGroupAndAnotherInheritsIt() {
        long erased = people.manager();
        Groups theirs = new Groups(people.manager(erased), groups.jdbc());
        long alone = theirs.group();
        long shared = theirs.group();
        long plain = people.user();
        long moderator = people.user();
        groups.add(shared, plain, "member");
        groups.add(shared, moderator, "moderator");
        long visited = groups.group();
        groups.add(visited, erased, "member");

        people.erase(erased);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(groups.members(visited)).doesNotContainKey(erased));
        assertThat(groups.members(shared)).containsExactly(Map.entry(plain, "member"), Map.entry(moderator, "owner"));
        assertThat(groups.events(shared)).endsWith("GroupOwnershipInherited", "MemberRemovedFromGroup");
        assertThat(groups.members(alone)).isEmpty();
        groups.add(alone, plain, "member");
        assertThat(groups.members(alone)).containsExactly(Map.entry(plain, "member"));
    }
}
