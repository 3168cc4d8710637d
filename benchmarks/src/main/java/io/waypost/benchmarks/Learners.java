package io.waypost.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Learners in groups, each group with a course, loaded through the API.
 *
 * @param first the number of the first learner, whom the others follow
 * @param tokens the token of each
 * @param groupSize how many learners a group has
 * @param groups the groups, in the order of their learners
 * @param courses the courses, which the groups have in turn
 */
record Learners(long first, List<String> tokens, int groupSize, List<Long> groups, List<Course> courses) {

    private static final int POSTS_PER_MODULE = 10;

    /**
     * What to load.
     *
     * @param learners how many
     * @param groupSize how many of them are in a group
     * @param courses how many courses
     * @param modules how many modules, of ten posts each, a course has
     */
    record Size(int learners, int groupSize, int courses, int modules) {}

    /** A course and its posts in order. */
    record Course(long id, List<Long> modules, List<Long> posts) {}

    static Learners load(Service service, Client admin, Size size) {
        int count = size.learners();
        int groupSize = size.groupSize();
        long first = Users.make(service, count);
        Tokens signing = Tokens.of(service);
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(signing.of(first + i));
        }
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < size.courses(); i++) {
            courses.add(course(admin, "Course " + i, size.modules()));
        }
        List<Long> groups = new ArrayList<>();
        for (int i = 0; i * groupSize < count; i++) {
            long group = id(admin.post("/api/groups", Map.of("name", "Group " + i), 201));
            admin.post(
                    "/api/groups/" + group + "/members:import",
                    "text/csv",
                    Users.list(first + (long) i * groupSize, Math.min(groupSize, count - i * groupSize)),
                    200);
            admin.post(
                    "/api/groups/" + group + "/courses",
                    Map.of("course_id", courses.get(i % size.courses()).id()),
                    201);
            groups.add(group);
        }
        admin.awaitViews();
        return new Learners(first, List.copyOf(tokens), groupSize, List.copyOf(groups), List.copyOf(courses));
    }

    /** How many there are. */
    int count() {
        return tokens.size();
    }

    /** Only the first of them. */
    Learners first(int count) {
        return new Learners(first, tokens.subList(0, count), groupSize, groups, courses);
    }

    /** The course of a learner, by the place among the learners. */
    Course courseOf(int learner) {
        return courses.get(learner / groupSize % courses.size());
    }

    /** The group of a learner. */
    long groupOf(int learner) {
        return groups.get(learner / groupSize);
    }

    static Course course(Client admin, String title, int size) {
        long course = id(admin.post("/api/courses", Map.of("title", title), 201));
        List<Long> modules = new ArrayList<>();
        List<Long> posts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
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

    private static long id(JsonNode made) {
        return made.path("id").asLong();
    }
}
