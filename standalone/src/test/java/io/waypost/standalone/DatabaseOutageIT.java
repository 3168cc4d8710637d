package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away and comes back. */
class DatabaseOutageIT {

    private RunningWaypost waypost;

    @BeforeEach
    void start() {
        waypost = SharedWaypost.start();
    }

    @AfterEach
    void stop() {
        waypost.close();
    }

    @Test
    void isAnsweredWith503AndEndsWithoutHands() {
        Api api = Api.of(waypost.url()).signedInAsAdmin();
        Authoring author = new Authoring(api);
        long course = author.course("Before");

        waypost.postgres().stop();

        Answer command = api.post("/api/courses", Map.of("title", "During")).expectProblem(503, "unavailable");
        assertThat(command.header("Retry-After")).hasValue("2");
        api.patch("/api/courses/" + course, Map.of("title", "During")).expectProblem(503, "unavailable");
        Answer query = api.get("/api/courses/" + course).expectProblem(503, "unavailable");
        assertThat(query.header("Retry-After")).hasValue("2");
        api.post("/api/auth/login", Map.of("username", "admin", "password", Api.ADMIN_PASSWORD))
                .expectProblem(503, "unavailable");
        assertThat(api.get("/actuator/health").status()).isEqualTo(503);

        waypost.postgres().startAgain();

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            Answer created = api.post("/api/courses", Map.of("title", "After")).expect(201);
            assertThat(created.header("Waypost-Projection"))
                    .as("views follow again")
                    .isEmpty();
            api.get("/api/courses/" + created.id()).expect(200);
        });
        Answer unharmed = api.get("/api/courses/" + course).expect(200);
        assertThat(unharmed.body().path("title").asString()).isEqualTo("Before");
        assertThat(api.get("/api/courses").expect(200).body().findValuesAsString("title"))
                .doesNotContain("During");
        assertThat(api.get("/actuator/health").status()).isEqualTo(200);
    }
}
