package io.waypost.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LearnersTest {

    private static final String PASSWORD = "owls at night";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StubWaypost waypost;

    LearnersTest() throws IOException {
        waypost = new StubWaypost();
    }

    @AfterEach
    void stop() {
        waypost.close();
    }

    @Test
    void makesTwoGroupsOfFourWithOneCourseAndWithBoth() {
        assertThat(run("--demo-password=" + PASSWORD)).isZero();

        assertThat(posts("/api/groups"))
                .extracting(call -> call.text("name"))
                .containsExactly("Elm Street", "Night Owls");
        assertThat(posts("/api/groups/\\d+/courses")).hasSize(3);
        assertThat(posts("/api/groups/\\d+/members/\\d+")).hasSize(8).doesNotHaveDuplicates();
        assertThat(posts("/api/users")).hasSize(8).allSatisfy(call -> {
            assertThat(call.text("email")).isEqualTo(call.text("username") + "@example.org");
            assertThat(call.text("password")).isEqualTo(PASSWORD);
        });
    }

    @Test
    void oneOfEachGroupIsDoneOneHalfWayOneHasBegunAndOneHasNot() {
        run();

        int all = posts("/api/modules/\\d+/posts").size();
        assertThat(learnt("nora.lindqvist")).hasSize(all);
        assertThat(learnt("tomas.hale")).hasSize(Math.ceilDiv(all, 2));
        assertThat(learnt("amara.osei")).hasSizeBetween(1, 5);
        assertThat(learnt("piet.vermeer")).isEmpty();
        int few = learnt("ines.carvalho").size();
        assertThat(few).isBetween(10, all / 2);
        assertThat(learnt("jonas.brandt")).hasSize(Math.ceilDiv(few, 2));
        assertThat(learnt("leila.haddad")).hasSize(1);
        assertThat(learnt("owen.price")).isEmpty();
        assertThat(waypost.calls())
                .filteredOn(StubWaypost.Call::byLearner)
                .allMatch(call -> call.prefer().equals(Optional.of("respond-async")));
    }

    @Test
    void completesEachPostTheWayItAsksFor() {
        run();

        List<StubWaypost.Call> made = posts(".*");
        for (StubWaypost.Call call : learnt("nora.lindqvist")) {
            JsonNode content = made.get(Integer.parseInt(call.path().split("/", -1)[3]) - 1)
                    .body()
                    .path("content");
            switch (call.path().replaceAll(".*/", "")) {
                case "quiz-attempts" ->
                    content.path("questions").forEach(question -> assertAnsweredRightly(question, call.body()));
                case "watched" -> {
                    assertThat(content.has("required_watch_percent")).isTrue();
                    assertThat(call.body().path("ranges").toString())
                            .isEqualTo("[[0," + content.path("duration_seconds").asInt() + "]]");
                }
                default -> {
                    assertThat(call.path()).endsWith("/completion");
                    assertThat(content.has("questions") || content.has("required_watch_percent"))
                            .isFalse();
                }
            }
        }
        assertThat(learnt("nora.lindqvist"))
                .extracting(call -> call.path().replaceAll(".*/", ""))
                .contains("quiz-attempts", "watched", "completion");
    }

    @Test
    void takesAnotherNameIfSomebodyHasIt() {
        waypost.hasUser("jonas.brandt");

        assertThat(run()).isZero();

        assertThat(text(out)).containsPattern("Group (\\d+): Night Owls, .*jonas\\.brandt\\.\\1 \\d+,");
        assertThat(posts("/api/users"))
                .extracting(call -> call.text("email"))
                .anyMatch(email -> email.matches("jonas\\.brandt\\.\\d+@example\\.org"));
        assertThat(learnt("jonas.brandt")).isEmpty();
    }

    @Test
    void saysWhereTheReportsAre() {
        run();

        assertThat(text(out))
                .containsPattern("Group (\\d+): Elm Street, posts done: .*; its report: GET /api/groups/\\1/progress\n")
                .containsPattern(
                        "Group (\\d+): Night Owls, posts done: .*; its report: GET /api/groups/\\1/progress\n");
    }

    @Test
    void saysARandomPasswordOnce() {
        run();

        String password = posts("/api/users").getFirst().text("password");
        assertThat(password).hasSizeGreaterThanOrEqualTo(16);
        assertThat(posts("/api/users")).allMatch(call -> call.text("password").equals(password));
        assertThat(text(out)).containsOnlyOnce("The learners' password is " + password + "\n");
    }

    @Test
    void neverSaysAPasswordThatSomebodyChose() {
        run("--demo-password=" + PASSWORD);

        assertThat(text(out)).contains("WAYPOST_DEMO_PASSWORD").doesNotContain(PASSWORD);
        assertThat(text(err)).doesNotContain(PASSWORD);
    }

    @Test
    void makesNothingIfThePasswordIsTooShort() {
        assertThat(run("--demo-password=owls")).isOne();

        assertThat(text(err)).isEqualTo("WAYPOST_DEMO_PASSWORD must have 8 to 128 characters\n");
        assertThat(waypost.calls()).isEmpty();
    }

    private int run(String... arguments) {
        Map<String, String> environment =
                Map.of("WAYPOST_URL", waypost.url(), "WAYPOST_ADMIN_PASSWORD", StubWaypost.PASSWORD);
        return new Demo(print(out), print(err)).run(List.of(arguments), environment);
    }

    private List<StubWaypost.Call> posts(String path) {
        return waypost.calls().stream().filter(call -> call.posts(path)).toList();
    }

    private List<StubWaypost.Call> learnt(String username) {
        return waypost.calls().stream()
                .filter(call -> call.authorization().equals(Optional.of("Bearer token of " + username)))
                .toList();
    }

    private static void assertAnsweredRightly(JsonNode question, JsonNode sent) {
        JsonNode chosen = sent.path("answers").path(question.path("id").asString());
        for (JsonNode option : question.path("options")) {
            assertThat(chosen.valueStream().anyMatch(option.path("id")::equals))
                    .isEqualTo(option.path("correct").asBoolean());
        }
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
