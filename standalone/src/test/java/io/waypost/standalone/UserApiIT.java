package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.standalone.People.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles, and what admins do to users. */
@ExtendWith(SharedWaypost.class)
class UserApiIT {

    private static final long NOBODY = 999_999_999;

    private final Api admin;
    private final Api anyone;
    private final People people;
    private final long adminId;

    UserApiIT(RunningWaypost waypost, Api admin) {
        this.admin = admin;
        this.anyone = Api.of(waypost.url());
        this.people = new People(admin);
        this.adminId = admin.get("/api/auth/me").expect(200).id();
    }

    @Test
    void aPatchChangesOnlyWhatIsThere() {
        Person person = people.make("user");
        Api user = people.signedIn(person);
        user.patch("/api/auth/me", Map.of("first_name", " Ada ", "child_name", "Bo", "child_dob", "2024-02-29"))
                .expect(200);

        Map<String, Object> clearing = new HashMap<>(Map.of("child_name", "", "last_name", "Lovelace"));
        clearing.put("child_dob", null);
        Answer revised = user.patch("/api/auth/me", clearing).expect(200);

        assertThat(revised.body().path("first_name").asString()).isEqualTo("Ada");
        assertThat(revised.body().path("last_name").asString()).isEqualTo("Lovelace");
        assertThat(revised.body().path("child_name").isNull()).isTrue();
        assertThat(revised.body().path("child_dob").isNull()).isTrue();
        assertThat(revised.etag()).isEqualTo("\"2\"");
        assertThat(user.get("/api/auth/me").body()).isEqualTo(revised.body());
    }

    @Test
    void anEmptyPatchChangesNothing() {
        Api user = people.signedIn(people.make("user"));
        Answer before = user.get("/api/auth/me").expect(200);

        Answer after = user.patch("/api/auth/me", Map.of()).expect(200);

        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.etag()).isEqualTo("\"0\"");
    }

    @Test
    void whoIsNotAProfileFieldStays() {
        Person person = people.make("user");
        Api user = people.signedIn(person);

        Answer after = user.patch(
                        "/api/auth/me",
                        Map.of("username", "other", "email", "other@example.org", "role", "admin", "is_active", false))
                .expect(200);

        assertThat(after.body().path("username").asString()).isEqualTo(person.username());
        assertThat(after.body().path("role").path("name").asString()).isEqualTo("user");
        assertThat(after.body().path("is_active").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/me", "/api/users/{id}", "/api/auth/users/{id}/profile"})
    void aWrongProfileFieldIs422AndChangesNothing(String path) {
        Person person = people.make("admin");
        Api user = people.signedIn(person);
        String address = path.replace("{id}", String.valueOf(person.id()));

        Answer answer = user.patch(address, Map.of("first_name", "Ada", "child_dob", "tomorrow"))
                .expectProblem(422, "invalid_input");
        user.patch(address, Map.of("avatar_url", 5)).expectProblem(422, "invalid_input");

        assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo("child_dob");
        assertThat(user.get("/api/auth/me").body().path("first_name").isNull()).isTrue();
    }

    @Test
    void adminsChangeProfilesByBothAddresses() {
        Person person = people.make("user");

        Answer first = admin.patch(person.path(), Map.of("first_name", "Ada")).expect(200);
        Answer second = admin.patch("/api/auth/users/" + person.id() + "/profile", Map.of("last_name", "Lovelace"))
                .expect(200);

        assertThat(first.body().path("first_name").asString()).isEqualTo("Ada");
        assertThat(second.body().path("first_name").asString()).isEqualTo("Ada");
        assertThat(second.body().path("last_name").asString()).isEqualTo("Lovelace");
    }

    @Test
    void aStaleVersionIs412() {
        Person person = people.make("user");
        admin.patch(person.path(), Map.of("first_name", "Ada")).expect(200);

        admin.with("If-Match", "\"0\"")
                .patch(person.path(), Map.of("first_name", "Bea"))
                .expectProblem(412, "stale_version");

        admin.with("If-Match", "\"1\"")
                .patch(person.path(), Map.of("first_name", "Bea"))
                .expect(200);
    }

    @Test
    void aDisabledUsersTokenStopsAtOnceAndWorksAgainWhenEnabled() {
        Person person = people.make("user");
        Api user = people.signedIn(person);

        Answer disabled = admin.patch(person.path() + "/status", Map.of("is_active", false))
                .expect(200);
        assertThat(disabled.body().path("is_active").asBoolean()).isFalse();
        user.get("/api/auth/me").expectProblem(401, "unauthenticated");
        user.patch("/api/auth/me", Map.of()).expectProblem(401, "unauthenticated");

        Answer enabled = admin.patch("/api/auth/users/disable", Map.of("user_id", person.id(), "is_active", true))
                .expect(200);
        assertThat(enabled.body().path("is_active").asBoolean()).isTrue();
        user.get("/api/auth/me").expect(200);
    }

    @Test
    void anotherRoleCountsAtOnceWhateverTheTokenSays() {
        Person person = people.make("user");
        Api user = people.signedIn(person);
        user.post("/api/modules", Map.of("title", "Mine")).expectProblem(403, "forbidden");

        Answer changed =
                admin.patch(person.path() + "/role", Map.of("role", "manager")).expect(200);
        assertThat(changed.body().path("role").path("id").asInt()).isEqualTo(2);
        user.post("/api/modules", Map.of("title", "Mine")).expect(201);

        admin.patch("/api/auth/users/role", Map.of("user_id", person.id(), "role", "user"))
                .expect(200);
        user.post("/api/modules", Map.of("title", "Mine")).expectProblem(403, "forbidden");
    }

    @Test
    void anErasedUserIsGoneAndTheNameFreeAgain() {
        Person person = people.make("user");
        Api user = people.signedIn(person);

        admin.delete(person.path()).expect(204);

        user.get("/api/auth/me").expectProblem(401, "unauthenticated");
        admin.delete(person.path()).expectProblem(404, "not_found");
        admin.patch(person.path(), Map.of()).expectProblem(404, "not_found");
        anyone.post("/api/auth/login", Map.of("username", person.username(), "password", People.PASSWORD))
                .expectProblem(401, "wrong_credentials");
        Answer again = anyone.post("/api/auth/register", People.form(person.username(), Map.of()))
                .expect(201);
        assertThat(again.id()).isNotEqualTo(person.id());
    }

    @Test
    void nobodyDoesThatToTheirOwnAccount() {
        admin.patch("/api/users/" + adminId + "/status", Map.of("is_active", false))
                .expectProblem(400, "oneself");
        admin.patch("/api/auth/users/disable", Map.of("user_id", adminId, "is_active", false))
                .expectProblem(400, "oneself");
        admin.patch("/api/users/" + adminId + "/role", Map.of("role", "user")).expectProblem(400, "oneself");
        admin.patch("/api/auth/users/role", Map.of("user_id", adminId, "role", "user"))
                .expectProblem(400, "oneself");
        admin.delete("/api/users/" + adminId).expectProblem(400, "oneself");
    }

    @Test
    void anUnknownRoleIs400() {
        Person person = people.make("user");

        admin.patch(person.path() + "/role", Map.of("role", "superhero")).expectProblem(400, "unknown_role");
        admin.patch("/api/auth/users/role", Map.of("user_id", person.id(), "role", "superhero"))
                .expectProblem(400, "unknown_role");
        admin.patch("/api/users/" + NOBODY + "/role", Map.of("role", "superhero"))
                .expectProblem(404, "not_found");
    }

    @Test
    void eachCallIsForAdminsOnlyHasAFormAndNeedsAUser() {
        Api manager = people.signedIn(people.make("manager"));
        for (Call call : Call.ALL) {
            call.send(anyone, NOBODY).expectProblem(401, "unauthenticated");
            call.send(manager, NOBODY).expectProblem(403, "forbidden");
            call.send(admin, NOBODY).expectProblem(404, "not_found");
        }
        for (String path : List.of("/api/users/1/status", "/api/users/1/role", "/api/auth/users/role")) {
            admin.patch(path, Map.of()).expectProblem(422, "invalid_input");
        }
        admin.patch("/api/auth/users/disable", Map.of("is_active", "no")).expectProblem(422, "invalid_input");
        admin.patch("/api/users/x", Map.of()).expectProblem(422, "invalid_input");
        admin.delete("/api/users/x").expectProblem(422, "invalid_input");
        anyone.patch("/api/auth/me", Map.of()).expectProblem(401, "unauthenticated");
    }

    /** Two admins who go for each other: whoever wins, there is one left. */
    @Test
    void anAdminRemains() throws Exception {
        RunningWaypost alone = SharedWaypost.start();
        try (alone;
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Api first = Api.of(alone.url()).signedInAsAdmin();
            long firstId = first.get("/api/auth/me").expect(200).id();
            People others = new People(first);
            Person second = others.make("admin");
            Api secondApi = others.signedIn(second);

            Future<Answer> one = clients.submit(() -> first.delete(second.path()));
            Future<Answer> other = clients.submit(() -> secondApi.delete("/api/users/" + firstId));

            assertThat(Stream.of(one.get(), other.get()).map(Answer::status).filter(status -> status == 204))
                    .hasSize(1);
        }
    }

    private record Call(String method, String path, Map<String, Object> body) {

        static final List<Call> ALL = List.of(
                new Call("PATCH", "/api/users/{id}", Map.of()),
                new Call("PATCH", "/api/auth/users/{id}/profile", Map.of()),
                new Call("PATCH", "/api/users/{id}/status", Map.of("is_active", true)),
                new Call("PATCH", "/api/auth/users/disable", Map.of("is_active", true)),
                new Call("PATCH", "/api/users/{id}/role", Map.of("role", "user")),
                new Call("PATCH", "/api/auth/users/role", Map.of("role", "user")),
                new Call("DELETE", "/api/users/{id}", Map.of()));

        Answer send(Api api, long id) {
            String address = path.replace("{id}", String.valueOf(id));
            if (method.equals("DELETE")) {
                return api.delete(address);
            }
            Map<String, Object> fields = new HashMap<>(body);
            fields.put("user_id", id);
            return api.patch(address, fields);
        }
    }
}
