package io.waypost.standalone;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far everybody is in everything, computed anew from the JSON of the log, as the meaning of the numbers is written down
 * and with nothing of what the service is made of.
 */
final class PlainProgress {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<String> ACTIVITIES =
            Set.of("PostCompleted", "PostCompletionBackdated", "PostReopened", "QuizAttempted", "VideoWatched");

    /** Something about a user and a post or a course. */
    private record Fact(long user, long subject) {}

    /** A post in a course, and when it came into it. */
    record Shown(long post, Instant since) {}

    private record Event(long position, Instant at, String type, JsonNode data) {

        long id(String field) {
            return data.path(field).asLong();
        }

        List<Long> ids(String field) {
            List<Long> ids = new ArrayList<>();
            data.path(field).forEach(id -> ids.add(id.asLong()));
            return ids;
        }

        Instant completedAt() {
            return Instant.parse(data.path("completed_at").asString());
        }
    }

    private final Set<Long> users = new LinkedHashSet<>();
    /** Titles, in the order of creation. */
    private final Map<Long, String> courses = new LinkedHashMap<>();

    private final Map<Long, List<Long>> modulesOfCourse = new HashMap<>();
    private final Map<Long, List<Long>> postsOfModule = new HashMap<>();
    private final Map<List<Long>, Instant> moduleAdded = new HashMap<>();
    private final Map<Long, Instant> postAdded = new HashMap<>();
    private final Map<Long, Set<Long>> membersOfGroup = new LinkedHashMap<>();
    private final Map<Long, List<Long>> coursesOfGroup = new HashMap<>();
    private final Set<Fact> direct = new LinkedHashSet<>();
    private final Map<Fact, Instant> completedPosts = new HashMap<>();
    private final Set<Fact> waivedPosts = new LinkedHashSet<>();
    private final Map<Fact, Instant> lastActivity = new HashMap<>();
    private final Map<Fact, Instant> completedCourses = new HashMap<>();
    private final List<Fact> completedTwice = new ArrayList<>();
    private long head;

    /** Reads the whole log. */
    static PlainProgress read(JdbcClient jdbc) {
        PlainProgress progress = new PlainProgress();
        jdbc.sql("select position, occurred_at, event_type, payload::text as data"
                        + " from waypost_write.event_log order by position")
                .query((row, number) -> new Event(
                        row.getLong("position"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getString("event_type"),
                        JSON.readTree(row.getString("data"))))
                .list()
                .forEach(progress::happened);
        return progress;
    }

    private void happened(Event event) {
        head = event.position();
        switch (event.type()) {
            case "UserRegistered" -> users.add(event.id("user_id"));
            case "UserErased" -> users.remove(event.id("user_id"));
            case "CourseCreated", "CourseRevised" ->
                courses.put(event.id("course_id"), event.data().path("title").asString());
            case "CourseDeleted" -> courses.remove(event.id("course_id"));
            case "ModuleDeleted" -> postsOfModule.remove(event.id("module_id"));
            default -> {
                order(event);
                groups(event);
                learner(event);
            }
        }
    }

    private void order(Event event) {
        if (event.type().equals("ModuleAddedToCourse")) {
            moduleAdded.put(List.of(event.id("course_id"), event.id("module_id")), event.at());
        }
        if (event.type().equals("PostAddedToModule")) {
            postAdded.put(event.id("post_id"), event.at());
        }
        if (event.data().has("module_ids")) {
            modulesOfCourse.put(event.id("course_id"), event.ids("module_ids"));
        }
        if (event.data().has("post_ids")) {
            postsOfModule.put(event.id("module_id"), event.ids("post_ids"));
        }
        if (event.data().has("course_ids")) {
            coursesOfGroup.put(event.id("group_id"), event.ids("course_ids"));
        }
    }

    private void groups(Event event) {
        long group = event.id("group_id");
        switch (event.type()) {
            case "GroupCreated" -> membersOfGroup.put(group, new LinkedHashSet<>());
            case "GroupDeleted" -> membersOfGroup.remove(group);
            case "MemberAddedToGroup" ->
                membersOfGroup.getOrDefault(group, new LinkedHashSet<>()).add(event.id("user_id"));
            case "MemberRemovedFromGroup" ->
                membersOfGroup.getOrDefault(group, new LinkedHashSet<>()).remove(event.id("user_id"));
            default -> {}
        }
    }

    private void learner(Event event) {
        Fact course = new Fact(event.id("learner_id"), event.id("course_id"));
        Fact post = new Fact(event.id("learner_id"), event.id("post_id"));
        switch (event.type()) {
            case "CourseAssignedToLearner" -> direct.add(course);
            case "CourseUnassignedFromLearner" -> direct.remove(course);
            case "PostCompleted", "PostCompletionBackdated" -> completedPosts.put(post, event.completedAt());
            case "PostWaived" -> waivedPosts.add(post);
            case "PostReopened" -> {
                completedPosts.remove(post);
                waivedPosts.remove(post);
            }
            case "CourseCompleted" -> {
                if (completedCourses.put(course, event.completedAt()) != null) {
                    completedTwice.add(course);
                }
            }
            default -> {}
        }
        if (ACTIVITIES.contains(event.type())) {
            lastActivity.merge(post, event.at(), (before, now) -> now.isAfter(before) ? now : before);
        }
    }

    /** The position of the last event. */
    long head() {
        return head;
    }

    /** Who is registered and not erased. */
    Set<Long> users() {
        return users;
    }

    /** The groups there are. */
    Set<Long> groups() {
        return membersOfGroup.keySet();
    }

    /** Who of those that are not erased is in a group. */
    List<Long> members(long group) {
        return membersOfGroup.getOrDefault(group, Set.of()).stream()
                .filter(users::contains)
                .toList();
    }

    /** The courses of a group that exist. */
    List<Long> coursesOfGroup(long group) {
        return coursesOfGroup.getOrDefault(group, List.of()).stream()
                .filter(courses::containsKey)
                .toList();
    }

    /** How many users have completed how many courses. */
    int courseCompletions() {
        return completedCourses.size();
    }

    /** Users and courses of which the log says more than once that they were completed. */
    List<String> completedTwice() {
        return completedTwice.stream().map(Fact::toString).toList();
    }

    /** The courses that are assigned to a user, oldest first. */
    List<Long> assigned(long user) {
        return courses.keySet().stream()
                .filter(course -> direct.contains(new Fact(user, course))
                        || membersOfGroup.entrySet().stream()
                                .anyMatch(group -> group.getValue().contains(user)
                                        && coursesOfGroup(group.getKey()).contains(course)))
                .toList();
    }

    /** The posts of a course in order. */
    List<Shown> posts(long course) {
        List<Shown> posts = new ArrayList<>();
        for (long module : modulesOfCourse.getOrDefault(course, List.of())) {
            Instant module0 = moduleAdded.getOrDefault(List.of(course, module), Instant.EPOCH);
            for (long post : postsOfModule.getOrDefault(module, List.of())) {
                Instant post0 = postAdded.getOrDefault(post, Instant.EPOCH);
                posts.add(new Shown(post, post0.isAfter(module0) ? post0 : module0));
            }
        }
        return posts;
    }

    /** The modules of a course in order, those that exist or did. */
    List<Long> modules(long course) {
        return modulesOfCourse.getOrDefault(course, List.of());
    }

    /** The posts of a course that do not count for a user, in order. */
    List<Long> missing(long user, long course) {
        return posts(course).stream()
                .map(Shown::post)
                .filter(post -> completedAt(user, post).isEmpty())
                .filter(post -> !waivedPosts.contains(new Fact(user, post)))
                .toList();
    }

    /** Those of them that came into the course after the user had completed it. */
    List<Long> addedSinceCompletion(long user, long course) {
        Optional<Instant> completed = Optional.ofNullable(completedCourses.get(new Fact(user, course)));
        Collection<Long> missing = missing(user, course);
        return posts(course).stream()
                .filter(post -> missing.contains(post.post()))
                .filter(post -> completed.filter(at -> post.since().isAfter(at)).isPresent())
                .map(Shown::post)
                .toList();
    }

    /** The posts of a course that count for a user, in order. */
    List<Long> counting(long user, long course) {
        List<Long> missing = missing(user, course);
        return posts(course).stream()
                .map(Shown::post)
                .filter(post -> !missing.contains(post))
                .toList();
    }

    /** The posts of a course that a user was let off, in order. */
    List<Long> waived(long user, long course) {
        return posts(course).stream()
                .map(Shown::post)
                .filter(post -> waivedPosts.contains(new Fact(user, post)))
                .toList();
    }

    /** When a user completed a post; empty if that is not so, whether or not it was waived. */
    Optional<Instant> completedAt(long user, long post) {
        return Optional.ofNullable(completedPosts.get(new Fact(user, post)));
    }

    /** What {@code GET /api/me/progress} says of one course, as JSON. */
    String answer(long user, long course) {
        return JSON.writeValueAsString(figures(user, course));
    }

    /** What {@code GET /api/me/progress} says, as JSON. */
    String answer(long user) {
        return JSON.writeValueAsString(
                assigned(user).stream().map(course -> figures(user, course)).toList());
    }

    private Map<String, Object> figures(long user, long course) {
        int total = posts(course).size();
        int completed = total - missing(user, course).size();
        Optional<Instant> completedAt = Optional.ofNullable(completedCourses.get(new Fact(user, course)));
        Optional<Instant> activity = posts(course).stream()
                .map(post -> lastActivity.getOrDefault(new Fact(user, post.post()), Instant.MIN))
                .filter(at -> !at.equals(Instant.MIN))
                .max(Comparator.naturalOrder());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("course_id", course);
        figures.put("course_title", courses.getOrDefault(course, ""));
        figures.put("completed_posts", completed);
        figures.put("total_posts", total);
        figures.put("percent", completedAt.isPresent() ? 100 : total == 0 ? 0 : 100 * completed / total);
        figures.put("completed_at", completedAt.map(Instant::toString));
        figures.put("new_posts", addedSinceCompletion(user, course).size());
        figures.put("last_activity_at", activity.map(Instant::toString));
        figures.put("next_post_id", missing(user, course).stream().findFirst());
        return figures;
    }
}
