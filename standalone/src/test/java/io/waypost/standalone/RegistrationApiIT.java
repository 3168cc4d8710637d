package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing up, and users that admins make. */
@ExtendWith(SharedWaypost.class)
class RegistrationApiIT {

    private static final String REGISTER = "/api/auth/register";

    private final Api admin;
    private final Api anyone;
    private final People people;
    private final JdbcClient jdbc;

    RegistrationApiIT(RunningWaypost waypost, Api admin) {
        this.admin = admin;
        this.anyone = Api.of(waypost.url());
        this.people = new People(admin);
        this.jdbc = waypost.context().getBean(JdbcClient.class);
    }

    @Test
    void anyoneSignsUpAsUser() {
        String name = People.uniqueName();

        Answer answer = anyone.post(
                        REGISTER,
                        People.form(
                                name,
                                Map.of(
                                        "first_name", "  Ada ",
                                        "last_name", "",
                                        "child_name", "Bo",
                                        "child_sex_assigned_at_birth", "female",
                                        "child_dob", "2024-02-29",
                                        "avatar_url", "https://example.org/ada.png",
                                        "favourite_colour", "unknown fields are ignored")))
                .expect(201);

        assertThat(answer.header("location")).contains("/api/users/" + answer.id());
        assertThat(answer.etag()).isEqualTo("\"0\"");
        assertThat(answer.body().propertyNames())
                .containsExactly(
                        "id",
                        "username",
                        "email",
                        "first_name",
                        "last_name",
                        "child_name",
                        "child_sex_assigned_at_birth",
                        "child_dob",
                        "avatar_url",
                        "role",
                        "email_verified",
                        "is_active",
                        "created_at",
                        "updated_at");
        assertThat(answer.body().path("username").asString()).isEqualTo(name);
        assertThat(answer.body().path("first_name").asString()).isEqualTo("Ada");
        assertThat(answer.body().path("last_name").isNull()).isTrue();
        assertThat(answer.body().path("child_dob").asString()).isEqualTo("2024-02-29");
        assertThat(answer.body().path("role").toString())
                .isEqualTo(
                        "{\"id\":1,\"name\":\"user\",\"description\":\"A parent who follows the courses assigned to them\"}");
        assertThat(answer.body().path("email_verified").asBoolean()).isFalse();
        assertThat(answer.body().path("is_active").asBoolean()).isTrue();
        Api signedIn = people.signedIn(new People.Person(answer.id(), name));
        assertThat(signedIn.get("/api/auth/me").expect(200).body()).isEqualTo(answer.body());
    }

    @Test
    void theEventHoldsNothingButNumberAndRole() {
        long id = anyone.post(REGISTER, People.form(People.uniqueName(), Map.of("first_name", "Ada")))
                .expect(201)
                .id();

        assertThat(jdbc.sql("select payload::text from waypost_write.event_log where aggregate_id = ?")
                        .param("user-" + id)
                        .query(String.class)
                        .list())
                .containsExactly("{\"role\": \"user\", \"user_id\": " + id + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "", "{\"username\":5}", "not json"})
    void malformedInputIs422(String body) {
        anyone.raw("POST", REGISTER, "application/json", body).expectProblem(422, "invalid_input");
    }

    @ParameterizedTest
    @CsvSource({
        "email, not an address",
        "password, short",
        "username, uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu",
        "child_dob, 29.02.2024",
        "avatar_url, javascript:alert(1)"
    })
    void aWrongFieldIs422AndNamed(String field, String value) {
        Answer answer = anyone.post(REGISTER, People.form(People.uniqueName(), Map.of(field, value)))
                .expectProblem(422, "invalid_input");

        assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"username, Username cannot be empty", "password, Password cannot be empty"})
    void whatIsBlankIs400(String field, String detail) {
        for (String blank : List.of("", "   ")) {
            Answer answer = anyone.post(REGISTER, People.form(People.uniqueName(), Map.of(field, blank)))
                    .expectProblem(400, "text_blank");
            assertThat(answer.body().path("detail").asString()).isEqualTo(detail);
        }
    }

    @Test
    void anUnknownRoleIs400() {
        anyone.post(REGISTER, People.form(People.uniqueName(), Map.of("role", "superhero")))
                .expectProblem(400, "unknown_role");
        admin.post("/api/users", People.form(People.uniqueName(), Map.of("role", "superhero")))
                .expectProblem(400, "unknown_role");
    }

    @Test
    void onlyAnAdminsTokenGivesAnotherRole() {
        Map<String, Object> form = People.form(People.uniqueName(), Map.of("role", "manager"));
        Api manager = people.signedIn(people.make("manager"));

        anyone.post(REGISTER, form).expectProblem(403, "forbidden");
        anyone.withToken("nonsense").post(REGISTER, form).expectProblem(403, "forbidden");
        manager.post(REGISTER, form).expectProblem(403, "forbidden");

        Answer made = admin.post(REGISTER, form).expect(201);
        assertThat(made.body().path("role").path("name").asString()).isEqualTo("manager");
    }

    @Test
    void aStaleTokenKeepsNobodyFromSigningUp() {
        anyone.withToken("nonsense")
                .post(REGISTER, People.form(People.uniqueName(), Map.of()))
                .expect(201);
    }

    @Test
    void takenNamesAre400WhateverTheLetterCase() {
        String name = "ÄdaÉ" + People.uniqueName();
        anyone.post(REGISTER, People.form(name, Map.of("email", name + "@example.org")))
                .expect(201);
        String sameName = name.toLowerCase(Locale.ROOT);
        Map<String, Object> sameUsername = People.form(sameName, Map.of("email", People.uniqueName() + "@example.org"));
        Map<String, Object> sameEmail =
                People.form(People.uniqueName(), Map.of("email", name.toUpperCase(Locale.ROOT) + "@EXAMPLE.org"));

        assertThat(detail(anyone.post(REGISTER, sameUsername).expectProblem(400, "username_taken")))
                .isEqualTo("Username already registered");
        assertThat(detail(anyone.post(REGISTER, sameEmail).expectProblem(400, "email_taken")))
                .isEqualTo("Email already registered");
        assertThat(detail(admin.post("/api/users", sameUsername).expectProblem(400, "username_taken")))
                .isEqualTo("Username already exists");
        assertThat(detail(admin.post("/api/users", sameEmail).expectProblem(400, "email_taken")))
                .isEqualTo("Email already exists");
    }

    @Test
    void ofAHundredWhoTakeTheSameNameAtOnceOneGetsIt() throws Exception {
        String name = People.uniqueName();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> clients.submit(() -> {
                        start.await();
                        String spelling = i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT);
                        String email = i % 3 == 0 ? name + "@example.org" : name + i + "@example.org";
                        return anyone.post(REGISTER, People.form(spelling, Map.of("email", email)));
                    }))
                    .toList();
            start.countDown();

            int made = 0;
            for (Future<Answer> future : answers) {
                Answer answer = future.get();
                if (answer.status() == 201) {
                    made++;
                } else {
                    answer.expect(400);
                    assertThat(answer.body().path("code").asString()).isIn("username_taken", "email_taken");
                }
            }
            assertThat(made).isOne();
        }
        assertThat(jdbc.sql("select count(*) from waypost_write.account where lower(username) = ?")
                        .param(name)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void onlyAdminsMakeUsers() {
        Map<String, Object> form = People.form(People.uniqueName(), Map.of());

        anyone.post("/api/users", form).expectProblem(401, "unauthenticated");
        people.signedIn(people.make("manager")).post("/api/users", form).expectProblem(403, "forbidden");
        people.signedIn(people.make("user")).post("/api/users", Map.of()).expectProblem(403, "forbidden");
        admin.post("/api/users", Map.of("username", "x")).expectProblem(422, "invalid_input");

        Answer made = admin.post("/api/users", form).expect(201);
        assertThat(made.body().path("role").path("name").asString()).isEqualTo("user");
    }

    private static String detail(Answer answer) {
        return answer.body().path("detail").asString();
    }
}
