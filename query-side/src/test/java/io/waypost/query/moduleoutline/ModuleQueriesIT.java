package io.waypost.query.moduleoutline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.module.QuizQuestion;
import io.waypost.api.module.QuizQuestion.Option;
import io.waypost.api.user.SystemRole;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModuleQueriesIT {

    private static final ModuleId MODULE = new ModuleId(10);
    private static final ModuleId EMPTY = new ModuleId(4);
    private static final PostId TEXT = new PostId(100);
    private static final PostId QUIZ = new PostId(101);
    private static final CourseId COURSE = new CourseId(7);

    private final TestDatabase database = TestDatabase.create();
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String manager = tokens.of(2, SystemRole.MANAGER);
    private final String parent = tokens.of(3, SystemRole.USER);

    @BeforeAll
    void appendEvents() {
        PostContent quiz = new PostContent.QuizContent(
                List.of(new QuizQuestion(
                        1,
                        "Is it?",
                        QuizQuestion.Kind.TRUE_FALSE,
                        List.of(new Option(1, "Yes", true), new Option(2, "No", false)))),
                80);
        PostContent text = new PostContent.DefaultContent("Hello", Optional.empty());
        long head = new EventLog(database)
                .append(
                        new ModuleEvent.ModuleCreated(
                                MODULE, "M", Optional.of("About"), Optional.of(new Color("#AABBCC"))),
                        new ModuleEvent.ModuleCreated(EMPTY, "Empty", Optional.empty(), Optional.empty()),
                        new ModuleEvent.PostAddedToModule(
                                MODULE, TEXT, "Text", Optional.of("About it"), text, 0, List.of(TEXT)),
                        new ModuleEvent.PostAddedToModule(
                                MODULE, QUIZ, "Quiz", Optional.empty(), quiz, 0, List.of(QUIZ, TEXT)),
                        new CourseEvent.CourseCreated(COURSE, "Course", Optional.empty()),
                        new CourseEvent.ModuleAddedToCourse(COURSE, new ModuleId(99), 0, List.of(new ModuleId(99))),
                        new CourseEvent.ModuleAddedToCourse(COURSE, EMPTY, 1, List.of(new ModuleId(99), EMPTY)),
                        new CourseEvent.ModuleAddedToCourse(
                                COURSE, MODULE, 2, List.of(new ModuleId(99), EMPTY, MODULE)));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> node.get("/api/modules", manager)
                        .header("Waypost-As-Of")
                        .filter(position -> position.equals(Long.toString(head)))
                        .isPresent());
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aManagersListShowsAllModulesOldestFirst() {
        assertThat(node.get("/api/modules", manager).body().toString()).isEqualTo("""
                [{"id":10,"title":"M","description":"About","color":"#AABBCC","created_at":"2026-01-01T00:00:00Z",\
                "updated_at":"2026-01-01T00:00:03Z","post_count":2},\
                {"id":4,"title":"Empty","description":null,"color":null,"created_at":"2026-01-01T00:00:01Z",\
                "updated_at":"2026-01-01T00:00:01Z","post_count":0}]""");
    }

    @Test
    void othersListsShowOnlyModulesOfAssignedCourses() {
        assertThat(node.get("/api/modules", parent).body().size()).isZero();
    }

    @Test
    void aModuleShowsItsPostsAndItsCourses() {
        Answer answer = node.get("/api/modules/10", manager);

        assertThat(answer.header("ETag")).contains("\"2\"");
        assertThat(answer.body().get("post_count").asInt()).isEqualTo(2);
        assertThat(answer.body().get("posts").toString()).isEqualTo("""
                [{"id":101,"title":"Quiz","description":null,"type":"quiz","ordering":0},\
                {"id":100,"title":"Text","description":"About it","type":"default","ordering":1}]""");
        assertThat(answer.body().get("courses").toString())
                .isEqualTo("[{\"course_id\":7,\"course_title\":\"Course\",\"ordering\":1}]");
    }

    @Test
    void aPostShowsItsContentWithoutTheTypeInIt() {
        Answer answer = node.get("/api/posts/100", manager);

        assertThat(answer.header("ETag")).contains("\"2\"");
        assertThat(answer.body().toString()).isEqualTo("""
                {"id":100,"module_id":10,"title":"Text","description":"About it","type":"default",\
                "content":{"text":"Hello","image_url":null},"ordering":1,\
                "created_at":"2026-01-01T00:00:02Z","updated_at":"2026-01-01T00:00:02Z"}""");
    }

    @Test
    void aManagerSeesTheAnswersOfAQuiz() {
        assertThat(node.get("/api/posts/101", manager)
                        .body()
                        .at("/content/questions/0/options")
                        .toString())
                .isEqualTo(
                        "[{\"id\":1,\"text\":\"Yes\",\"correct\":true},{\"id\":2,\"text\":\"No\",\"correct\":false}]");
    }

    @Test
    void theVersionNeverLeadsTo304() {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + manager, "If-None-Match", "\"2\"");

        assertThat(node.get("/api/modules/10", headers).status()).isEqualTo(200);
        assertThat(node.get("/api/posts/100", headers).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/modules/10", "/api/posts/100"})
    void whatIsInNoAssignedCourseIsForbidden(String path) {
        assertThat(node.get(path, parent).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/modules/99", "/api/posts/99", "/api/modules/0", "/api/posts/-3"})
    void whatDoesNotExistIsNotFoundForEveryone(String path) {
        assertThat(node.get(path, parent).status()).isEqualTo(404);
        assertThat(node.get(path, manager).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/modules/x", "/api/posts/1.5"})
    void anIdThatIsNoNumberIsInvalid(String path) {
        assertThat(node.get(path, parent).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/modules", "/api/modules/10", "/api/posts/100"})
    void nothingIsSaidWithoutAToken(String path) {
        assertThat(node.get(path, Map.of()).status()).isEqualTo(401);
    }
}
