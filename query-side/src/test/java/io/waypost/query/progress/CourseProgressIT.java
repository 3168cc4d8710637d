package io.waypost.query.progress;

import static io.waypost.query.progress.Learning.assigned;
import static io.waypost.query.progress.Learning.attempted;
import static io.waypost.query.progress.Learning.completed;
import static io.waypost.query.progress.Learning.course;
import static io.waypost.query.progress.Learning.courseCompleted;
import static io.waypost.query.progress.Learning.module;
import static io.waypost.query.progress.Learning.post;
import static io.waypost.query.progress.Learning.shown;
import static io.waypost.query.progress.Learning.waived;
import static io.waypost.query.progress.Learning.watched;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.user.SystemRole;
import io.waypost.query.testing.Accounts;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Course 1 shows module 10 with the posts 101 and 100, module 11 without posts, and module 12 with post 120. User 5 has
 * completed it before post 102 came into module 10. User 6 has begun. User 7 has no course.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseProgressIT {

    private static final String COURSE = "/api/courses/1/progress";
    private static final String EXPLANATION = "/api/courses/1/progress/explanation";

    private final TestDatabase database = TestDatabase.create();
    private final Accounts accounts = new Accounts(database);
    private final EventLog log = new EventLog(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String manager = tokens.of(1, SystemRole.MANAGER);
    private final String done = tokens.of(5, SystemRole.USER);
    private final String begun = tokens.of(6, SystemRole.USER);
    private final String without = tokens.of(7, SystemRole.USER);

    @BeforeAll
    void appendEvents() {
        accounts.add(2, "helper", SystemRole.MANAGER);
        node.awaitPosition(
                log.append(
                        course(1),
                        course(2),
                        module(10),
                        module(11),
                        module(12),
                        shown(1, 10, 10),
                        shown(1, 11, 10, 11),
                        shown(1, 12, 10, 11, 12),
                        post(10, 100, 100),
                        post(10, 101, 101, 100),
                        post(12, 120, 120),
                        assigned(5, 1),
                        assigned(6, 1),
                        completed(5, 100),
                        waived(5, 101, 2),
                        completed(5, 120),
                        courseCompleted(5, 1, Happened.START.plusSeconds(15)),
                        post(10, 102, 102, 101, 100),
                        watched(6, 100, 40),
                        attempted(6, 120, 1, 50),
                        waived(6, 101, 3)),
                manager);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void onesOwnProgressComesByModuleAndPost() {
        Answer answer = node.get(COURSE, begun);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Waypost-As-Of")).isPresent();
        assertThat(answer.body().toString()).isEqualTo("""
                {"course_id":1,"course_title":"Course 1","percent":25,"completed_posts":1,"total_posts":4,\
                "completed_at":null,"new_posts":0,"last_activity_at":"2026-01-01T00:00:19Z","next_post_id":102,\
                "modules":[\
                {"module_id":10,"module_title":"Module 10","ordering":0,"completed_posts":1,"total_posts":3,"posts":[\
                {"post_id":102,"title":"Post 102","type":"default","ordering":0,"completed":false,"completed_at":null,\
                "via":null,"waived":false,"watched_percent":null,"best_score_percent":null,"attempts":0},\
                {"post_id":101,"title":"Post 101","type":"default","ordering":1,"completed":true,"completed_at":null,\
                "via":null,"waived":true,"watched_percent":null,"best_score_percent":null,"attempts":0},\
                {"post_id":100,"title":"Post 100","type":"default","ordering":2,"completed":false,"completed_at":null,\
                "via":null,"waived":false,"watched_percent":40,"best_score_percent":null,"attempts":0}]},\
                {"module_id":11,"module_title":"Module 11","ordering":1,"completed_posts":0,"total_posts":0,"posts":[]},\
                {"module_id":12,"module_title":"Module 12","ordering":2,"completed_posts":0,"total_posts":1,"posts":[\
                {"post_id":120,"title":"Post 120","type":"default","ordering":0,"completed":false,"completed_at":null,\
                "via":null,"waived":false,"watched_percent":null,"best_score_percent":50,"attempts":1}]}]}""");
    }

    @Test
    void aCompletedPostSaysWhenAndHow() {
        JsonNode body = node.get(COURSE, done).body();

        assertThat(body.get("percent").asInt()).isEqualTo(100);
        assertThat(body.get("new_posts").asInt()).isEqualTo(1);
        assertThat(body.get("completed_at").asString()).isEqualTo("2026-01-01T00:00:15Z");
        assertThat(body.at("/modules/0/posts/2/completed").asBoolean()).isTrue();
        assertThat(body.at("/modules/0/posts/2/completed_at").asString()).isEqualTo(Learning.DONE_AT.toString());
        assertThat(body.at("/modules/0/posts/2/via").asString()).isEqualTo("hand");
    }

    @Test
    void theProgressIsThatOfOnesOwnAssignment() {
        assertThat(node.get(COURSE, without).status()).isEqualTo(403);
        assertThat(node.get(COURSE, manager).status()).isEqualTo(403);
        assertThat(node.get("/api/courses/2/progress", done).status()).isEqualTo(403);
        assertThat(node.get("/api/courses/77/progress", without).status()).isEqualTo(404);
        assertThat(node.get("/api/courses/x/progress", without).status()).isEqualTo(422);
        assertThat(node.get(COURSE, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void theExplanationOfACompletedCourseSaysWhatDecidedAndWhatIsNew() {
        database.asCommand()
                .sql("insert into waypost_write.waiver_reason values (5, 101, 'Works as a midwife')")
                .update();

        Answer answer = node.get(EXPLANATION, done);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Waypost-As-Of")).isPresent();
        assertThat(answer.body().toString()).isEqualTo("""
                        {"course_id":1,"user_id":5,"percent":100,"completed_posts":3,"total_posts":4,\
                        "completed_at":"2026-01-01T00:00:15Z",\
                        "missing":[{"post_id":102,"post_title":"Post 102","module_id":10}],\
                        "waived":[{"post_id":101,"post_title":"Post 101","module_id":10,\
                        "waived_by":{"id":2,"username":"helper"},"waived_at":"2026-01-01T00:00:14Z",\
                        "reason":"Works as a midwife"}],\
                        "added_since_completion":[{"post_id":102,"post_title":"Post 102","module_id":10}],\
                        "decided_by":[\
                        {"post_id":101,"type":"PostWaived","event_id":"%s","at":"2026-01-01T00:00:14Z"},\
                        {"post_id":100,"type":"PostCompleted","event_id":"%s","at":"2026-01-01T00:00:13Z"},\
                        {"post_id":120,"type":"PostCompleted","event_id":"%s","at":"2026-01-01T00:00:15Z"}]}""".formatted(
                        Happened.idOf(waived(5, 101, 2), 2),
                        Happened.idOf(completed(5, 100), 1),
                        Happened.idOf(completed(5, 120), 3)));
    }

    @Test
    void theExplanationOfACourseThatIsNotCompletedKnowsNothingNew() {
        JsonNode body = node.get(EXPLANATION, begun).body();

        assertThat(body.get("percent").asInt()).isEqualTo(25);
        assertThat(body.get("missing").findValuesAsString("post_id")).containsExactly("102", "100", "120");
        assertThat(body.get("added_since_completion").toString()).isEqualTo("[]");
        assertThat(body.at("/waived/0/waived_by").toString()).isEqualTo("{\"id\":3,\"username\":\"erased user 3\"}");
    }

    @Test
    void managersAskForAnyoneAndOthersForThemselves() {
        assertThat(node.get(EXPLANATION + "?user_id=5", manager).body())
                .isEqualTo(node.get(EXPLANATION + "?user_id=5", done).body())
                .isEqualTo(node.get(EXPLANATION, done).body());
        assertThat(node.get(EXPLANATION + "?user_id=5", begun).status()).isEqualTo(403);
        assertThat(node.get("/api/courses/77/progress/explanation?user_id=5", begun)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatCannotBeExplained() {
        assertThat(node.get("/api/courses/77/progress/explanation", done).status())
                .isEqualTo(404);
        assertThat(node.get(EXPLANATION + "?user_id=999", manager).status()).isEqualTo(404);
        assertThat(node.get(EXPLANATION + "?user_id=7", manager).status()).isEqualTo(403);
        assertThat(node.get(EXPLANATION, manager).status()).isEqualTo(403);
        assertThat(node.get(EXPLANATION, without).status()).isEqualTo(403);
        assertThat(node.get(EXPLANATION + "?user_id=x", done).status()).isEqualTo(422);
        assertThat(node.get("/api/courses/x/progress/explanation", done).status())
                .isEqualTo(422);
        assertThat(node.get(EXPLANATION, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void theExportHoldsWhatIsDone() {
        JsonNode progress = node.get("/api/users/6/export", begun).body().get("progress");

        assertThat(progress.get("courses"))
                .isEqualTo(node.get("/api/me/progress", begun).body());
        assertThat(progress.get("posts").toString()).isEqualTo("""
                [{"post_id":100,"completed_at":null,"via":null,"waived_at":null,"waived_by":null,\
                "last_activity_at":"2026-01-01T00:00:18Z","watched_percent":40,"best_score_percent":null,"attempts":0},\
                {"post_id":101,"completed_at":null,"via":null,"waived_at":"2026-01-01T00:00:20Z","waived_by":3,\
                "last_activity_at":null,"watched_percent":null,"best_score_percent":null,"attempts":0},\
                {"post_id":120,"completed_at":null,"via":null,"waived_at":null,"waived_by":null,\
                "last_activity_at":"2026-01-01T00:00:19Z","watched_percent":null,"best_score_percent":50,"attempts":1}]""");
    }
}
