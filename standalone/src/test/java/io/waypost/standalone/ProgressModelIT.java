package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.standalone.RandomUse.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random commands over HTTP by everybody; after each burst of them every answer about progress is compared with what a plain
 * reading of the log makes of it. The same seed gives the same commands: {@code -Dwaypost.model.seed=...}, and
 * {@code -Dwaypost.model.commands=...} for more of them.
 */
@Order(1)
class ProgressModelIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int BURST = 100;
    private static final int COMMANDS = Integer.getInteger("waypost.model.commands", 2000);
    private static final long SEED = Long.getLong("waypost.model.seed", new Random().nextLong());

    private final RunningWaypost waypost = SharedWaypost.start();
    private final Random random = new Random(SEED);
    private final Api admin = Api.of(waypost.url()).signedInAsAdmin();
    private final Participants participants = new Participants(waypost);
    private final Map<Long, Api> clients = new LinkedHashMap<>();
    private final List<String> sent = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private String where = "";

    @AfterEach
    void stop() {
        waypost.close();
    }

    @Test
    void whateverHappensEveryAnswerIsWhatAPlainReadingOfTheLogSays() {
        System.out.println("ProgressModelIT: -Dwaypost.model.seed=" + SEED);
        RandomUse use = use();
        PlainProgress last = new PlainProgress();
        for (int burst = 0; burst * BURST < COMMANDS; burst++) {
            where = "seed " + SEED + ", burst " + burst;
            sent.clear();
            burst(use, burst);
            last = compared();
            use.told(last);
        }

        where = "seed " + SEED + ", after rebuilding all views";
        rebuild();
        compared();

        assertThat(last.courseCompletions()).as(where).isPositive();
        assertThat(done()).as("%s: %s", where, statuses).isGreaterThan(COMMANDS / 2);
    }

    private RandomUse use() {
        long adminId = admin.get("/api/auth/me").expect(200).id();
        long manager = participants.manager();
        clients.put(adminId, admin);
        clients.put(manager, participants.manager(manager));
        List<Long> learners = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            learners.add(learner());
        }
        return new RandomUse(random, adminId, manager, learners);
    }

    private long learner() {
        long user = participants.user();
        clients.put(user, participants.parent(user));
        return user;
    }

    /** Nobody waits for the views but the last. */
    private void burst(RandomUse use, int burst) {
        for (int i = 1; i < BURST; i++) {
            send(use.next(), true);
        }
        send(use.next(), false);
        if (burst % 5 == 4) {
            long erased = use.learner();
            send(
                    new Request(
                            clients.keySet().iterator().next(), "DELETE", "/api/users/" + erased, Map.of(), a -> {}),
                    false);
            use.gone(erased);
            use.arrived(learner());
        }
    }

    private void send(Request request, boolean async) {
        Api client = clients.getOrDefault(request.by(), admin);
        Api api = async ? client.with("Prefer", "respond-async") : client;
        Answer answer = switch (request.method()) {
            case "POST" -> api.post(request.path(), request.body());
            case "PUT" -> api.put(request.path(), request.body());
            case "PATCH" -> api.patch(request.path(), request.body());
            default -> api.delete(request.path());
        };
        sent.add(request + " -> " + answer.status() + " "
                + answer.body().path("code").asString(""));
        statuses.merge(answer.status(), 1, Integer::sum);
        // A refusal is as good an answer as any; that it was malformed, or failed, is not.
        assertThat(answer.status())
                .as("%s: %s%n%s", where, request, answer.text())
                .isIn(200, 201, 204, 400, 403, 404, 409);
        if (answer.status() < 300) {
            request.done().accept(answer);
        }
    }

    private int done() {
        return statuses.entrySet().stream()
                .filter(status -> status.getKey() < 300)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Waits until nothing follows any more, and compares. */
    private PlainProgress compared() {
        awaitRest();
        PlainProgress plain = PlainProgress.read(waypost.context().getBean(JdbcClient.class));
        assertThat(plain.completedTwice()).as(where).isEmpty();
        try {
            for (long user : plain.users()) {
                if (clients.containsKey(user)) {
                    compareUser(plain, user);
                }
            }
            for (long group : plain.groups()) {
                plain.coursesOfGroup(group).forEach(course -> compareGroup(plain, group, course));
            }
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\nThe commands of the burst:\n" + String.join("\n", sent), e);
        }
        return plain;
    }

    private void awaitRest() {
        await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> StreamSupport.stream(projections().spliterator(), false)
                        .filter(projection ->
                                !projection.path("kind").asString().equals("relay"))
                        .allMatch(projection -> projection.path("lag").asLong() == 0));
    }

    private JsonNode projections() {
        return admin.get("/api/admin/projections").expect(200).body();
    }

    private void compareUser(PlainProgress plain, long user) {
        String path = "/api/users/" + user + "/progress";
        same(path, plain.answer(user), admin.get(path).expect(200).body());
        String past = path + "?as_of=" + plain.head();
        same(past, plain.answer(user), admin.get(past).expect(200).body());
        Api client = clients.getOrDefault(user, admin);
        same(
                "GET /api/me/progress as " + user,
                plain.answer(user),
                client.get("/api/me/progress").expect(200).body());
        for (long course : plain.assigned(user)) {
            if (random.nextInt(3) == 0) {
                compareCourse(plain, client, user, course);
            }
        }
    }

    private void compareCourse(PlainProgress plain, Api client, long user, long course) {
        String path = "/api/courses/" + course + "/progress";
        JsonNode own = client.get(path).expect(200).body();
        same("GET " + path + " as " + user, plain.answer(user, course), figures(own));
        List<String> actual = new ArrayList<>();
        own.path("modules").forEach(module -> module.path("posts").forEach(post -> actual.add(post(post))));
        assertThat(actual)
                .as("%s: the posts in GET %s as %d: %s", where, path, user, own)
                .isEqualTo(posts(plain, user, course));

        String why = path + "/explanation?user_id=" + user;
        JsonNode explanation = admin.get(why).expect(200).body();
        JsonNode figures = JSON.readTree(plain.answer(user, course));
        for (String field : List.of("course_id", "percent", "completed_posts", "total_posts", "completed_at")) {
            same(field + " in GET " + why, figures.path(field).toString(), explanation.path(field));
        }
        Map<String, List<Long>> lists = new LinkedHashMap<>();
        lists.put("missing", plain.missing(user, course));
        lists.put("waived", plain.waived(user, course));
        lists.put("added_since_completion", plain.addedSinceCompletion(user, course));
        lists.put("decided_by", plain.counting(user, course));
        lists.forEach((field, expected) -> assertThat(ids(explanation.path(field)))
                .as("%s: %s in GET %s: %s", where, field, why, explanation)
                .isEqualTo(expected));
    }

    private static String post(JsonNode post) {
        return "post %d, completed at %s, waived: %s, counts: %s"
                .formatted(
                        post.path("post_id").asLong(),
                        post.path("completed_at").asString("never"),
                        post.path("waived").asBoolean(),
                        post.path("completed").asBoolean());
    }

    /** The same as a plain reading of the log says it. */
    private static List<String> posts(PlainProgress plain, long user, long course) {
        List<Long> counting = plain.counting(user, course);
        List<Long> waived = plain.waived(user, course);
        return plain.posts(course).stream()
                .map(PlainProgress.Shown::post)
                .map(post -> "post %d, completed at %s, waived: %s, counts: %s"
                        .formatted(
                                post,
                                plain.completedAt(user, post)
                                        .map(Instant::toString)
                                        .orElse("never"),
                                waived.contains(post),
                                counting.contains(post)))
                .toList();
    }

    private void compareGroup(PlainProgress plain, long group, long course) {
        String path = "/api/groups/" + group + "/progress?limit=200&course_id=" + course;
        Map<Long, String> actual = new TreeMap<>();
        for (JsonNode item : admin.get(path).expect(200).body().path("items")) {
            actual.put(item.path("user_id").asLong(), figures(item).toString());
        }
        Map<Long, String> expected = new TreeMap<>();
        plain.members(group).forEach(user -> expected.put(user, plain.answer(user, course)));
        assertThat(actual).as("%s: GET %s", where, path).isEqualTo(expected);
    }

    /** What an item of a longer list says of progress. */
    private static ObjectNode figures(JsonNode item) {
        ObjectNode figures = JSON.createObjectNode();
        for (String field : List.of(
                "course_id",
                "course_title",
                "completed_posts",
                "total_posts",
                "percent",
                "completed_at",
                "new_posts",
                "last_activity_at",
                "next_post_id")) {
            figures.set(field, item.path(field));
        }
        return figures;
    }

    /** The posts in an array of things about posts. */
    private static List<Long> ids(JsonNode array) {
        List<Long> ids = new ArrayList<>();
        array.forEach(item -> ids.add(item.path("post_id").asLong()));
        return ids;
    }

    private void same(String what, String expected, JsonNode actual) {
        assertThat(lines(actual)).as("%s: %s", where, what).isEqualTo(lines(JSON.readTree(expected)));
    }

    /** One line for each course, so that it shows which of them differ. */
    private static String lines(JsonNode json) {
        return json.toString().replace("},{", "},\n{");
    }

    private void rebuild() {
        for (JsonNode projection : projections()) {
            if (projection.path("kind").asString().equals("view")) {
                String name = projection.path("name").asString();
                admin.post("/api/admin/projections/" + name + "/rebuild", Map.of())
                        .expect(202);
            }
        }
        await().atMost(SOON).until(() -> !projections().toString().contains("\"replaying\":true"));
    }
}
