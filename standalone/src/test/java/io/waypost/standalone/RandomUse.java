package io.waypost.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What admins, managers and learners may come up with: commands of every kind that bears on progress, most of them sensible.
 * It knows what it made and what was said of it when it was last told; some of that is out of date, as with any client.
 */
final class RandomUse {

    private static final int COURSES = 5;
    private static final int MODULES = 12;
    private static final int POSTS = 45;
    private static final int GROUPS = 4;

    /** Who sends a command: the admin, the manager or a learner, by number. */
    record Request(long by, String method, String path, Object body, Consumer<Answer> done) {

        @Override
        public String toString() {
            return by + " " + method + " " + path + " " + body;
        }
    }

    private final Random random;
    private final long admin;
    private final long manager;
    private final List<Long> learners;
    private final List<Long> courses = new ArrayList<>();
    private final List<Long> modules = new ArrayList<>();
    private final List<Long> groups = new ArrayList<>();
    private final Map<Long, String> postTypes = new LinkedHashMap<>();
    private final Map<Long, Long> moduleOfPost = new LinkedHashMap<>();
    private final Deque<Request> planned = new ArrayDeque<>();
    private PlainProgress known = new PlainProgress();

    RandomUse(Random random, long admin, long manager, List<Long> learners) {
        this.random = random;
        this.admin = admin;
        this.manager = manager;
        this.learners = new ArrayList<>(learners);
    }

    /** Says how things are. */
    void told(PlainProgress progress) {
        known = progress;
    }

    /** Somebody is not there any more, and does nothing of what was planned. */
    void gone(long user) {
        learners.remove(user);
        planned.removeIf(request -> request.by() == user);
    }

    /** Somebody is there now. */
    void arrived(long user) {
        learners.add(user);
    }

    /** A learner. */
    long learner() {
        return pick(learners);
    }

    /** The next command. */
    Request next() {
        if (!planned.isEmpty()) {
            return planned.removeFirst();
        }
        if (courses.size() < 2 || modules.size() < 4 || postTypes.size() < 8 || groups.isEmpty()) {
            return make();
        }
        int choice = random.nextInt(100);
        if (choice < 8) {
            return make();
        }
        if (choice < 26) {
            return arrange();
        }
        if (choice < 40) {
            return assign();
        }
        return learn();
    }

    private Request make() {
        if (courses.size() < 2 || (courses.size() < COURSES && random.nextInt(6) == 0)) {
            return by(admin, "POST", "/api/courses", Map.of("title", title()), made -> courses.add(made.id()));
        }
        if (modules.size() < 4 || (modules.size() < MODULES && random.nextInt(4) == 0)) {
            return by(manager, "POST", "/api/modules", Map.of("title", title()), made -> modules.add(made.id()));
        }
        if (groups.isEmpty() || (groups.size() < GROUPS && random.nextInt(6) == 0)) {
            return by(manager, "POST", "/api/groups", Map.of("name", title()), made -> groups.add(made.id()));
        }
        return postTypes.size() < POSTS ? makePost() : arrange();
    }

    private Request makePost() {
        long module = pick(modules);
        String type = pick(List.of("default", "attachment", "video", "quiz"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title());
        body.put("type", type);
        body.put("content", content(type));
        if (random.nextBoolean()) {
            body.put("ordering", random.nextInt(4));
        }
        return by(manager, "POST", "/api/modules/" + module + "/posts", body, made -> {
            postTypes.put(made.id(), type);
            moduleOfPost.put(made.id(), module);
        });
    }

    private static Map<String, Object> content(String type) {
        return switch (type) {
            case "video" ->
                Map.of("url", "https://example.org/v", "duration_seconds", 60, "required_watch_percent", 80);
            case "attachment" ->
                Map.of(
                        "url", "https://example.org/a",
                        "file_name", "a.pdf",
                        "media_type", "application/pdf",
                        "size_bytes", 10);
            case "quiz" -> Map.of("pass_percent", 50, "questions", List.of(question(1), question(2)));
            default -> Map.of("text", "Text");
        };
    }

    private static Map<String, Object> question(int id) {
        return Map.of(
                "id",
                id,
                "text",
                "Really?",
                "kind",
                "true_false",
                "options",
                List.of(
                        Map.of("id", 1, "text", "Yes", "correct", true),
                        Map.of("id", 2, "text", "No", "correct", false)));
    }

    private Request arrange() {
        long course = pick(courses);
        long module = pick(modules);
        String place = "/api/courses/" + course + "/modules";
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 ->
                by(manager, "POST", place, Map.of("module_id", module, "ordering", random.nextInt(6)));
            case 6, 7 -> by(manager, "PATCH", place + "/" + module, Map.of("ordering", random.nextInt(6)));
            case 8 -> by(manager, "PUT", place + "/order", Map.of("module_ids", shuffled(known.modules(course))));
            case 9, 10 -> by(manager, "DELETE", place + "/" + module, Map.of());
            case 11, 12, 13 -> movePost();
            case 14, 15 -> deletePost();
            case 16, 17 -> by(admin, "PATCH", "/api/courses/" + course, Map.of("title", title()));
            case 18 -> deleteModule(module);
            default -> deleteCourse(course);
        };
    }

    private Request movePost() {
        long post = post();
        String posts = "/api/modules/" + moduleOfPost.getOrDefault(post, 0L) + "/posts/";
        return by(manager, "PATCH", posts + post, Map.of("ordering", random.nextInt(5)));
    }

    private Request deletePost() {
        long post = post();
        return by(manager, "DELETE", "/api/posts/" + post, Map.of(), gone -> postTypes.remove(post));
    }

    private Request deleteModule(long module) {
        return by(manager, "DELETE", "/api/modules/" + module, Map.of(), gone -> {
            modules.remove(module);
            postTypes.keySet().removeIf(post -> moduleOfPost.getOrDefault(post, 0L) == module);
        });
    }

    private Request deleteCourse(long course) {
        return random.nextInt(3) == 0
                ? by(admin, "DELETE", "/api/courses/" + course, Map.of(), gone -> courses.remove(course))
                : by(admin, "PATCH", "/api/courses/" + course, Map.of("title", title()));
    }

    private Request assign() {
        long group = pick(groups);
        long course = pick(courses);
        long user = someone();
        String path = "/api/groups/" + group;
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> by(manager, "POST", path + "/members/" + user, Map.of("role", "member"));
            case 4, 5, 6 -> by(manager, "DELETE", path + "/members/" + user, Map.of());
            case 7, 8, 9 -> by(manager, "POST", path + "/courses", Map.of("course_id", course));
            case 10 -> by(manager, "DELETE", path + "/courses/" + course, Map.of());
            case 11, 12 -> by(manager, "POST", "/api/users/" + user + "/courses", Map.of("course_id", course));
            case 13 -> by(manager, "DELETE", "/api/users/" + user + "/courses/" + course, Map.of());
            case 14 -> by(manager, "PATCH", path + "/members/" + user + "/role", Map.of("role", "moderator"));
            default ->
                random.nextInt(4) == 0
                        ? by(manager, "DELETE", path, Map.of(), gone -> groups.remove(group))
                        : by(manager, "POST", path + "/members/" + user, Map.of("role", "moderator"));
        };
    }

    private Request learn() {
        long user = someone();
        List<Long> open = known.assigned(user);
        if (!open.isEmpty() && random.nextInt(12) == 0) {
            known.missing(user, pick(open)).forEach(post -> planned.add(complete(user, post)));
        }
        long post = postOf(user);
        String path = "/api/posts/" + post;
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> by(user, "DELETE", path + "/completion", Map.of());
            case 3 -> by(user, "PUT", path + "/completion", Map.of());
            case 4, 5 -> offline(user);
            case 6 -> by(manager, "PUT", "/api/users/" + user + "/posts/" + post + "/waiver", Map.of("reason", "Why"));
            case 7 -> by(user, "POST", path + "/quiz-attempts", Map.of("answers", Map.of("1", List.of(2))));
            case 8 ->
                by(
                        user,
                        "PUT",
                        path + "/watched",
                        Map.of("ranges", List.of(List.of(random.nextInt(30), 30 + random.nextInt(31)))));
            default -> complete(user, post);
        };
    }

    /** In the way that the post asks for. */
    private Request complete(long user, long post) {
        String path = "/api/posts/" + post;
        return switch (postTypes.getOrDefault(post, "default")) {
            case "quiz" ->
                by(user, "POST", path + "/quiz-attempts", Map.of("answers", Map.of("1", List.of(1), "2", List.of(1))));
            case "video" -> by(user, "PUT", path + "/watched", Map.of("ranges", List.of(List.of(0, 60))));
            default -> by(user, "PUT", path + "/completion", Map.of());
        };
    }

    private Request offline(long user) {
        List<Map<String, Object>> completions = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Instant at = Instant.now().minus(Duration.ofMinutes(random.nextInt(10_000)));
            completions.add(Map.of("post_id", postOf(user), "completed_at", at.toString()));
        }
        return by(user, "POST", "/api/me/completions", Map.of("completions", completions));
    }

    /** Mostly one that the user has access to. */
    private long postOf(long user) {
        List<Long> posts = known.assigned(user).stream()
                .flatMap(course -> known.posts(course).stream().map(PlainProgress.Shown::post))
                .filter(postTypes::containsKey)
                .toList();
        return posts.isEmpty() || random.nextInt(10) == 0 ? post() : pick(posts);
    }

    private long post() {
        return postTypes.isEmpty() ? 0 : pick(List.copyOf(postTypes.keySet()));
    }

    /** Mostly a learner; now and then one who teaches learns as well. */
    private long someone() {
        return random.nextInt(12) == 0 ? manager : pick(learners);
    }

    private String title() {
        return "Title " + random.nextInt(1000);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private List<Long> shuffled(List<Long> ids) {
        List<Long> copy = new ArrayList<>(ids);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Request by(long user, String method, String path, Object body) {
        return by(user, method, path, body, answer -> {});
    }

    private static Request by(long user, String method, String path, Object body, Consumer<Answer> done) {
        return new Request(user, method, path, body, done);
    }
}
