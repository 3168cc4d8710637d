package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.standalone.People.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What users see of groups and courses, at once after something about it has changed. */
@ExtendWith(SharedWaypost.class)
class GroupJourneyIT {

    private final Api admin;
    private final People people;
    private final Authoring author;
    private Person person;
    private Api parent;

    GroupJourneyIT(Api admin) {
        this.admin = admin;
        this.people = new People(admin);
        this.author = new Authoring(admin);
    }

    @BeforeEach
    void makeParent() {
        person = people.make("user");
        parent = people.signedIn(person);
    }

    @Test
    void aUserSeesExactlyWhatGroupsAndDirectAssignmentsGive() {
        long module = author.module("Sleeping");
        long course = author.course("Nights");
        admin.post(Authoring.modulesOf(course), Map.of("module_id", module)).expect(201);
        long post = admin.post(
                        "/api/modules/" + module + "/posts",
                        Map.of("title", "Post", "type", "default", "content", Map.of("text", "Text")))
                .expect(201)
                .id();
        long group = group();
        List<String> addresses = List.of("/api/courses/" + course, "/api/modules/" + module, "/api/posts/" + post);
        assertSees(addresses, 403);

        assign(group, course);
        assertSees(addresses, 403);
        join(group);
        assertSees(addresses, 200);
        assertThat(ids(parent.get("/api/courses"))).containsExactly(course);
        assertThat(ids(parent.get("/api/modules"))).containsExactly(module);

        admin.post(person.path() + "/courses", Map.of("course_id", course)).expect(201);
        assertThat(ids(parent.get("/api/courses"))).containsExactly(course);
        assertThat(parent.get(person.path() + "/courses")
                        .expect(200)
                        .body()
                        .get(0)
                        .path("sources")
                        .toString())
                .isEqualTo("[{\"type\":\"direct\"},{\"type\":\"group\",\"group_id\":" + group + "}]");

        admin.delete("/api/groups/" + group + "/members/" + person.id()).expect(204);
        assertSees(addresses, 200);
        admin.delete(person.path() + "/courses/" + course).expect(204);
        assertSees(addresses, 403);
        assertThat(parent.get("/api/courses").expect(200).body()).isEmpty();
    }

    @Test
    void accessEndsWithTheAssignmentTheGroupAndTheCourse() {
        long first = author.course("First");
        long second = author.course("Second");
        long third = author.course("Third");
        long group = group();
        long other = group();
        join(group);
        join(other);
        assign(group, first);
        assign(group, second);
        assign(other, third);
        assertThat(ids(parent.get("/api/courses"))).containsExactly(first, second, third);

        admin.delete("/api/groups/" + group + "/courses/" + first).expect(204);
        assertThat(ids(parent.get("/api/courses"))).containsExactly(second, third);
        admin.delete("/api/courses/" + second).expect(204);
        assertThat(ids(parent.get("/api/courses"))).containsExactly(third);
        assertThat(parent.get("/api/groups/" + group + "/courses").expect(200).body())
                .isEmpty();
        admin.delete("/api/groups/" + other).expect(204);
        assertThat(parent.get("/api/courses").expect(200).body()).isEmpty();
        assertThat(ids(parent.get("/api/groups"))).containsExactly(group);
        parent.get("/api/groups/" + other).expectProblem(404, "not_found");
    }

    @Test
    void theRosterShowsWhatCommandsDid() {
        long group = group();
        Answer added = admin.post(memberOf(group), Map.of("role", "moderator")).expect(201);
        assertThat(added.body().path("role").asString()).isEqualTo("moderator");

        JsonNode member = lastMember(group);
        assertThat(member.path("user_id").asLong()).isEqualTo(person.id());
        assertThat(member.path("username").asString()).isEqualTo(person.username());
        assertThat(member.path("group_role").asString()).isEqualTo("moderator");
        assertThat(member.path("user_role").asString()).isEqualTo("user");

        admin.patch(memberOf(group) + "/role", Map.of("role", "owner")).expect(200);
        assertThat(lastMember(group).path("role").asString()).isEqualTo("owner");
        admin.patch("/api/groups/" + group, Map.of("name", "Renamed")).expect(200);
        Answer shown = parent.get("/api/groups/" + group).expect(200);
        assertThat(shown.body().path("name").asString()).isEqualTo("Renamed");
        assertThat(shown.body().path("created_by").asString()).isEqualTo("admin");
        assertThat(shown.body().path("member_count").asInt()).isEqualTo(2);
        assertThat(shown.etag())
                .isEqualTo(admin.patch("/api/groups/" + group, Map.of())
                        .expect(200)
                        .etag());
    }

    @Test
    void whenTheLastOwnerIsErasedTheLongestStandingModeratorInherits() {
        Person owner = people.make("manager");
        Api manager = people.signedIn(owner);
        long group = manager.post("/api/groups", Map.of("name", "Theirs"))
                .expect(201)
                .id();
        Person early = people.make("user");
        manager.post("/api/groups/" + group + "/members/" + early.id(), Map.of())
                .expect(201);
        manager.post(memberOf(group), Map.of("role", "moderator")).expect(201);

        admin.delete(owner.path()).expect(204);

        Answer shown = parent.get("/api/groups/" + group).expect(200);
        assertThat(shown.body().path("created_by").asString()).isEqualTo("erased user " + owner.id());
        assertThat(shown.body().path("members").findValuesAsString("username"))
                .containsExactly(early.username(), person.username());
        assertThat(shown.body().path("members").findValuesAsString("role")).containsExactly("member", "owner");
        parent.delete("/api/groups/" + group + "/members/" + early.id()).expect(204);
        assertThat(admin.get("/api/groups/" + group + "/history")
                        .expect(200)
                        .body()
                        .path("items")
                        .findValuesAsString("type"))
                .contains("GroupOwnershipInherited", "MemberRemovedFromGroup");
    }

    @Test
    void anImportedListIsShownAtOnceAndComesBackAsCsv() {
        long group = group();
        Person other = people.make("user");

        admin.raw(
                        "POST",
                        "/api/groups/" + group + "/members:import",
                        "text/csv",
                        person.username() + ",moderator\n" + other.username() + "@example.org\n")
                .expect(200);

        assertThat(parent.get("/api/groups/" + group).body().path("members").findValuesAsString("username"))
                .containsExactly("admin", person.username(), other.username());
        Answer csv = parent.with("Accept", "text/csv")
                .get("/api/groups/" + group + "/members")
                .expect(200);
        assertThat(csv.text().lines()).hasSize(4).first().asString().startsWith("user_id,username,email");
    }

    private long group() {
        return admin.post("/api/groups", Map.of("name", "Parents")).expect(201).id();
    }

    private void join(long group) {
        admin.post(memberOf(group), Map.of()).expect(201);
    }

    private void assign(long group, long course) {
        admin.post("/api/groups/" + group + "/courses", Map.of("course_id", course))
                .expect(201);
    }

    private String memberOf(long group) {
        return "/api/groups/" + group + "/members/" + person.id();
    }

    private JsonNode lastMember(long group) {
        JsonNode members = admin.get("/api/groups/" + group).expect(200).body().path("members");
        return members.get(members.size() - 1);
    }

    private void assertSees(List<String> addresses, int status) {
        assertThat(addresses).allSatisfy(address -> parent.get(address).expect(status));
    }

    private static List<Long> ids(Answer answer) {
        return StreamSupport.stream(answer.expect(200).body().spliterator(), false)
                .map(item -> item.path("id").asLong())
                .toList();
    }
}
