package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with groups. */
@ExtendWith(SharedWaypost.class)
class GroupRightsIT {

    private static final String UNKNOWN = "/api/groups/999999999";

    private Groups groups;
    private Participants people;
    private RunningWaypost waypost;

    @BeforeEach
    void signIn(Api signedIn, RunningWaypost running) {
        groups = new Groups(signedIn, running);
        people = new Participants(running);
        waypost = running;
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/groups",
        "PATCH, /api/groups/1",
        "DELETE, /api/groups/999999999",
        "PATCH, /api/groups/1/members/1/role",
        "POST, /api/groups/1/courses",
        "PUT, /api/groups/1/courses/order",
        "DELETE, /api/groups/abc/courses/1",
        "POST, /api/users/1/courses",
        "DELETE, /api/users/1/courses/1"
    })
    void whatOnlyManagersMayDoIs403ForParents(String method, String path) {
        Api parent = people.parent(4711);

        parent.raw(method, path, "application/json", "{ broken").expectProblem(403, "forbidden");
        Api.of(waypost.url()).raw(method, path, "application/json", "{ broken").expectProblem(401, "unauthenticated");
    }

    @Test
    void ownersAndModeratorsAddAndRemoveMembersOfTheirGroup() {
        long id = groups.group();
        long owner = people.user();
        long moderator = people.user();
        groups.add(id, owner, "owner");
        groups.add(id, moderator, "moderator");
        long first = people.user();
        long second = people.user();

        people.parent(owner)
                .post(Groups.member(id, first), Map.of("role", "owner"))
                .expect(201);
        people.parent(moderator).post(Groups.member(id, second), Map.of()).expect(201);
        people.parent(moderator).delete(Groups.member(id, second)).expect(204);
        people.parent(owner).delete(Groups.member(id, first)).expect(204);
        people.parent(owner).delete(Groups.member(id, moderator)).expect(204);
        assertThat(groups.members(id)).containsEntry(owner, "owner").hasSize(2);
        people.parent(moderator).post(Groups.member(id, first), Map.of()).expectProblem(403, "forbidden");
    }

    @Test
    void moderatorsRaiseNobodyAndRemoveNoneOfTheirEquals() {
        long id = groups.group();
        long moderator = people.user();
        long equal = people.user();
        groups.add(id, moderator, "moderator");
        groups.add(id, equal, "moderator");
        Map<Long, String> before = groups.members(id);
        Api client = people.parent(moderator);
        long owner = before.entrySet().stream()
                .filter(member -> member.getValue().equals("owner"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();

        for (String role : List.of("moderator", "owner")) {
            client.post(Groups.member(id, people.user()), Map.of("role", role)).expectProblem(403, "forbidden");
            client.post(Groups.member(id, 999_999_999), Map.of("role", role)).expectProblem(403, "forbidden");
        }
        for (long other : List.of(equal, owner, moderator)) {
            client.delete(Groups.member(id, other)).expectProblem(403, "forbidden");
        }
        client.patch(Groups.member(id, moderator) + "/role", Map.of("role", "owner"))
                .expectProblem(403, "forbidden");
        client.delete(Groups.member(id, people.user())).expectProblem(404, "not_found");
        client.post(Groups.member(id, 999_999_999), Map.of()).expectProblem(404, "not_found");
        assertThat(groups.members(id)).isEqualTo(before);
    }

    @Test
    void plainMembersAndOutsidersLearnNothing() {
        long id = groups.group();
        long member = people.user();
        groups.add(id, member, "member");
        long ownerElsewhere = people.user();
        groups.add(groups.group(), ownerElsewhere, "owner");
        Map<Long, String> before = groups.members(id);

        for (long user : List.of(member, ownerElsewhere, people.user())) {
            Api client = people.parent(user);
            String first = client.post(Groups.member(id, people.user()), Map.of())
                    .expectProblem(403, "forbidden")
                    .body()
                    .path("detail")
                    .asString();
            for (Answer answer : List.of(
                    client.post(Groups.member(id, 999_999_999), Map.of("role", "boss")),
                    client.post(UNKNOWN + "/members/" + user, Map.of()),
                    client.delete(Groups.member(id, member)),
                    client.delete(Groups.member(id, 999_999_999)),
                    client.delete(UNKNOWN + "/members/" + user),
                    client.raw("POST", Groups.path(id) + "/members:import", "text/csv", "nobody"),
                    client.raw("POST", Groups.path(id) + "/members:import", "text/csv", ""),
                    client.raw("POST", UNKNOWN + "/members:import", "text/csv", "nobody"))) {
                answer.expectProblem(403, "forbidden");
                assertThat(answer.body().path("detail").asString()).isEqualTo(first);
            }
        }
        assertThat(groups.members(id)).isEqualTo(before);
    }

    @Test
    void managersRunGroupsTheyAreNotIn() {
        long id = groups.group();
        Api manager = people.manager(people.manager());
        long user = people.user();

        manager.patch(Groups.path(id), Map.of("name", "Renamed")).expect(200);
        manager.post(Groups.member(id, user), Map.of("role", "owner")).expect(201);
        manager.patch(Groups.member(id, user) + "/role", Map.of("role", "member"))
                .expect(200);
        manager.delete(Groups.member(id, user)).expect(204);
        manager.post(Groups.courses(id), Map.of("course_id", new Authoring(groups.api()).course("C")))
                .expect(201);
        manager.delete(Groups.path(id)).expect(204);
    }
}
