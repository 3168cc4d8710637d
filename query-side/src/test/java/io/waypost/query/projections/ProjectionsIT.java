package io.waypost.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.user.SystemRole;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProjectionsIT {

    private static final CourseId COURSE = new CourseId(1);

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(database);
    private final Tokens tokens = new Tokens(database);
    private final String admin = tokens.of(1, SystemRole.ADMIN);
    private final QueryNode node = QueryNode.start(database);

    @AfterEach
    void stop() {
        node.close();
    }

    private JsonNode awaitProjection(String name, Predicate<JsonNode> condition) {
        return await().atMost(Duration.ofMinutes(1)).until(() -> projection(name), condition);
    }

    private JsonNode projection(String name) {
        for (JsonNode projection : node.get("/api/admin/projections", admin).body()) {
            if (projection.get("name").asString().equals(name)) {
                return projection;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    @Test
    void everyProcessorIsListedWithHowFarItHasCome() {
        database.asCommand().sql("""
                insert into waypost_write.token_entry (processor_name, segment, token)
                values ('__config', 0, '{}'), ('kafka-relay', 0, '{"index":1,"gaps":[]}'),
                       ('policy.clean-up', 0, '{"index":3,"gaps":[2]}'), ('policy.clean-up', 1, null)
                """).update();
        log.append(new CourseEvent.CourseCreated(COURSE, "One", Optional.empty()));
        log.leaveGap();
        log.append(new CourseEvent.CourseRevised(COURSE, "Two", Optional.empty()));

        JsonNode view =
                awaitProjection("course-outline", p -> p.path("position").asLong() == 3);

        assertThat(view.toString()).isEqualTo("""
                {"name":"course-outline","kind":"view","position":3,"head":3,"lag":0,"replaying":false,\
                "rebuild":null,"error":null,"segments":1}""");
        assertThat(projection("kafka-relay").toString())
                .contains("\"kind\":\"relay\",\"position\":1,\"head\":3,\"lag\":1");
        assertThat(projection("policy.clean-up").toString())
                .contains("\"kind\":\"policy\",\"position\":0,\"head\":3,\"lag\":2")
                .contains("\"segments\":2");
        assertThat(projection("__config").isMissingNode()).isTrue();
    }

    @Test
    void aRequestedRebuildIsShownUntilItIsDone() {
        database.asOwner().sql("""
                insert into waypost_read.projection_rebuild (name, requested_by, requested_at, position, started_at)
                values ('course-outline', 1, '2026-01-01T00:00:00Z', 0, now())
                """).update();

        JsonNode rebuilding =
                awaitProjection("course-outline", p -> p.path("error").isString());

        assertThat(rebuilding.get("replaying").asBoolean()).isTrue();
        assertThat(rebuilding.get("rebuild").toString())
                .isEqualTo("{\"position\":0,\"requested_at\":\"2026-01-01T00:00:00Z\"}");
        assertThat(rebuilding.get("error").asString())
                .isEqualTo("The rebuild could not go on. It is tried again until it can.");

        database.asOwner()
                .sql("update waypost_read.projection_rebuild set started_at = null")
                .update();
        awaitProjection(
                "course-outline",
                p -> p.path("replaying").isBoolean() && !p.path("replaying").asBoolean());
    }

    @Test
    void aFailureIsToldInAPlainSentenceAndForgottenOnceItIsOvercome() {
        database.asOwner()
                .sql("alter table waypost_read.course add constraint no_bad check (title <> 'Bad')")
                .update();
        long position = log.append(new CourseEvent.CourseCreated(COURSE, "Bad", Optional.empty()));

        JsonNode failing =
                awaitProjection("course-outline", p -> p.path("error").isString());

        assertThat(failing.get("error").asString())
                .isEqualTo("The event at position 1 could not be handled. It is tried again until it can be.");
        assertThat(failing.get("lag").asLong()).isEqualTo(1);
        assertThat(node.get("/api/courses", admin).header("Waypost-As-Of")).contains("0");

        database.asOwner()
                .sql("alter table waypost_read.course drop constraint no_bad")
                .update();
        JsonNode mended =
                awaitProjection("course-outline", p -> p.path("position").asLong() == position);
        assertThat(mended.get("error").isNull()).isTrue();
    }

    @Test
    void onlyAnAdminSeesThem() {
        assertThat(node.get("/api/admin/projections", tokens.of(2, SystemRole.MANAGER))
                        .status())
                .isEqualTo(403);
        assertThat(node.get("/api/admin/projections", Map.of()).status()).isEqualTo(401);
    }
}
