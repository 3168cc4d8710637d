package io.waypost.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StubWaypost waypost;

    DemoTest() throws IOException {
        waypost = new StubWaypost();
    }

    @AfterEach
    void stop() {
        waypost.close();
    }

    @Test
    void makesTenModulesInTheOrderOfTheFirstCourse() {
        assertThat(run()).isZero();

        List<Long> modules = idsOf("/api/modules");
        assertThat(modules).hasSize(10);
        assertThat(modulesOf("Three Moves Ahead")).isEqualTo(modules);
    }

    @Test
    void makesPostsOfAllTypesAndQuestionsOfAllKinds() {
        run();

        List<StubWaypost.Call> posts = postsTo("/api/modules/\\d+/posts");
        assertThat(posts).hasSizeBetween(55, 70);
        assertThat(countBy(posts, call -> call.text("type")))
                .containsOnlyKeys("default", "video", "attachment", "quiz")
                .allSatisfy((type, count) -> assertThat(count).isGreaterThanOrEqualTo(5));
        assertThat(posts.stream()
                        .flatMap(call ->
                                call.body().path("content").path("questions").valueStream())
                        .map(question -> question.path("kind").asString())
                        .distinct())
                .containsExactlyInAnyOrder("single", "true_false", "multiple");
        assertThat(posts)
                .filteredOn(call -> call.text("type").equals("video"))
                .anyMatch(call -> call.body().path("content").has("required_watch_percent"))
                .anyMatch(call -> !call.body().path("content").has("required_watch_percent"));
    }

    @Test
    void putsEachPostIntoTheModuleMadeLast() {
        run();

        String module = "";
        long id = 0;
        for (StubWaypost.Call call : waypost.calls()) {
            id += call.method().equals("POST") ? 1 : 0;
            if (call.posts("/api/modules")) {
                module = "/api/modules/" + id + "/posts";
            } else if (call.posts("/api/modules/.*")) {
                assertThat(call.path()).isEqualTo(module);
            }
        }
    }

    @Test
    void usesThreeModulesAgainInAnotherOrder() {
        run();

        List<Long> first = modulesOf("Three Moves Ahead");
        List<Long> second = modulesOf("The Endgame of the Day");
        assertThat(second).hasSize(3).isSubsetOf(first);
        assertThat(second).isNotEqualTo(first.stream().filter(second::contains).toList());
    }

    @Test
    void waitsOnlyOnceForTheQueriesAndUntilTheyShowEverything() {
        waypost.lag(2);

        assertThat(run()).isZero();

        assertThat(postsTo(".*")).allMatch(call -> call.prefer().equals(Optional.of("respond-async")));
        List<StubWaypost.Call> last = waypost.calls().reversed().subList(0, 3);
        assertThat(last)
                .allMatch(call -> call.method().equals("PATCH") && call.body().isEmpty());
        assertThat(last).allMatch(call -> call.prefer().isEmpty());
    }

    @Test
    void saysWhatItMade() {
        run();

        assertThat(waypost.calls())
                .filteredOn(call -> !call.path().startsWith("/api/posts/"))
                .noneMatch(StubWaypost.Call::byLearner);
        assertThat(text(out))
                .containsPattern("Course \\d+: Three Moves Ahead\n")
                .containsPattern("Course \\d+: The Endgame of the Day\n")
                .containsPattern("Loaded in \\d+\\.\\d s\n");
    }

    @Test
    void doesNothingIfTheCourseIsThere() {
        waypost.hasCourse("Three Moves Ahead");

        assertThat(run()).isZero();

        assertThat(waypost.calls()).extracting(StubWaypost.Call::method).containsExactly("GET");
        assertThat(text(out)).isEqualTo("Nothing to do: course 7 is \"Three Moves Ahead\" already\n");
    }

    @Test
    void saysInOneLineThatThePasswordIsMissing() {
        assertThat(new Demo(print(out), print(err)).run(List.of(), Map.of("WAYPOST_URL", waypost.url())))
                .isOne();

        assertThat(text(err)).startsWith("Please set WAYPOST_ADMIN_PASSWORD").hasLineCount(1);
    }

    @Test
    void saysInOneLineThatThePasswordIsWrong() {
        assertThat(run("--password=guess")).isOne();

        assertThat(text(err))
                .startsWith("The username or the password is wrong")
                .hasLineCount(1);
        assertThat(waypost.calls()).isEmpty();
    }

    @Test
    void saysInOneLineThatNothingAnswers() {
        waypost.close();

        assertThat(run()).isOne();

        assertThat(text(err))
                .startsWith("Waypost does not answer at " + waypost.url())
                .hasLineCount(1);
    }

    @Test
    void endsAtTheFirstRefusalWithItsReason() {
        waypost.refuse("/api/modules/1/posts");

        assertThat(run()).isOne();

        assertThat(text(err)).endsWith("Waypost refused POST /api/modules/1/posts with 503: The database is away\n");
        assertThat(waypost.calls().getLast().path()).isEqualTo("/api/modules/1/posts");
    }

    private int run(String... arguments) {
        Map<String, String> environment =
                Map.of("WAYPOST_URL", waypost.url(), "WAYPOST_ADMIN_PASSWORD", StubWaypost.PASSWORD);
        return new Demo(print(out), print(err)).run(List.of(arguments), environment);
    }

    private List<StubWaypost.Call> postsTo(String path) {
        return waypost.calls().stream().filter(call -> call.posts(path)).toList();
    }

    /** The stub numbers what is made, beginning with 1. */
    private List<Long> idsOf(String path) {
        List<StubWaypost.Call> made = postsTo(".*");
        return made.stream()
                .filter(call -> call.posts(path))
                .map(call -> made.indexOf(call) + 1L)
                .toList();
    }

    private List<Long> modulesOf(String title) {
        List<StubWaypost.Call> made = postsTo(".*");
        long course = made.stream()
                        .filter(call ->
                                call.posts("/api/courses") && call.text("title").equals(title))
                        .map(made::indexOf)
                        .findFirst()
                        .orElseThrow()
                + 1L;
        return postsTo("/api/courses/" + course + "/modules").stream()
                .map(call -> call.body().path("module_id").asLong())
                .toList();
    }

    private static Map<String, Integer> countBy(
            List<StubWaypost.Call> calls, Function<StubWaypost.Call, String> property) {
        return calls.stream().collect(Collectors.groupingBy(property, Collectors.summingInt(call -> 1)));
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
