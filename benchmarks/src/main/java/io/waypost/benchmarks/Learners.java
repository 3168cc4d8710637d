package io.waypost.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Learners in groups of a hundred, each group with a course of 13 modules of ten posts, loaded through the API.
 *
 * @param first the number of the first learner, whom the others follow
 * @param tokens the token of each
 * @param groups the groups; group i holds the learners from 100 i on
 * @param courses the courses; group i has the course i modulo their number
 */
record Learners(long first, List<String> tokens, List<Long> groups, List<Course> courses) {

    static final int GROUP_SIZE = 100;

    private static final int MODULES = 13;
    private static final int POSTS_PER_MODULE = 10;

    /** A course and its posts in order. */
    record Course(long id, List<Long> modules, List<Long> posts) {}

    static Learners load(Service service, Client admin, int count, int courseCount) {
        long first = Users.make(service, count);
        Tokens signing = Tokens.of(service);
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(signing.of(first + i));
        }
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < courseCount; i++) {
            courses.add(course(admin, "Course " + i));
        }
        List<Long> groups = new ArrayList<>();
        for (int i = 0; i * GROUP_SIZE < count; i++) {
            long group = id(admin.post("/api/groups", Map.of("name", "Group " + i), 201));
            admin.post(
                    "/api/groups/" + group + "/members:import",
                    "text/csv",
                    Users.list(first + (long) i * GROUP_SIZE, Math.min(GROUP_SIZE, count - i * GROUP_SIZE)),
                    200);
            admin.post(
                    "/api/groups/" + group + "/courses",
                    Map.of("course_id", courses.get(i % courseCount).id()),
                    201);
            groups.add(group);
        }
        admin.awaitViews();
        return new Learners(first, List.copyOf(tokens), List.copyOf(groups), List.copyOf(courses));
    }

    /** How many there are. */
    int count() {
        return tokens.size();
    }

    /** The course of a learner, by the place among the learners. */
    Course courseOf(int learner) {
        return courses.get(learner / GROUP_SIZE % courses.size());
    }

    static Course course(Client admin, String title) {
        long course = id(admin.post("/api/courses", Map.of("title", title), 201));
        List<Long> modules = new ArrayList<>();
        List<Long> posts = new ArrayList<>();
        for (int i = 0; i < MODULES; i++) {
            long module = id(admin.post("/api/modules", Map.of("title", "Module " + i, "color", "#4B4E8C"), 201));
            modules.add(module);
            for (int j = 0; j < POSTS_PER_MODULE; j++) {
                Map<String, Object> post = Map.of(
                        "title",
                        "Post " + j,
                        "type",
                        "default",
                        "content",
                        Map.of("text", "On the back, on a mattress"));
                posts.add(id(admin.post("/api/modules/" + module + "/posts", post, 201)));
            }
            admin.post("/api/courses/" + course + "/modules", Map.of("module_id", module), 201);
        }
        return new Course(course, List.copyOf(modules), List.copyOf(posts));
    }

    private static long id(tools.jackson.databind.JsonNode made) {
        return made.path("id").asLong();
    }
}
