package io.waypost.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Those who make the load.
 *
 * @param all each of them
 */
record Learners(List<Learner> all) {

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

    /** Loads them through the API, in groups which have the courses in turn. They have not completed anything yet. */
    static Learners load(Service service, Client admin, Size size) {
        int count = size.learners();
        int groupSize = size.groupSize();
        long first = Users.make(service, count);
        Tokens signing = Tokens.of(service);
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < size.courses(); i++) {
            courses.add(course(admin, "Course " + i, size.modules()));
        }
        List<Learner> learners = new ArrayList<>();
        for (int i = 0; i * groupSize < count; i++) {
            Course course = courses.get(i % size.courses());
            List<Long> posts = course.posts();
            long group = id(admin.post("/api/groups", Map.of("name", "Group " + i), 201));
            int members = Math.min(groupSize, count - i * groupSize);
            admin.post(
                    "/api/groups/" + group + "/members:import",
                    "text/csv",
                    Users.list(first + learners.size(), members),
                    200);
            admin.post("/api/groups/" + group + "/courses", Map.of("course_id", course.id()), 201);
            for (int j = 0; j < members; j++) {
                long user = first + learners.size();
                learners.add(new Learner(user, signing.of(user), group, course, 0, posts));
            }
        }
        admin.awaitViews();
        return new Learners(List.copyOf(learners));
    }

    /** How many there are. */
    int count() {
        return all.size();
    }

    /** One of them, by the place among them. */
    Learner at(int place) {
        return all.get(place);
    }

    /** Only the first of them. */
    Learners first(int count) {
        return new Learners(all.subList(0, count));
    }

    private static Course course(Client admin, String title, int size) {
        long course = id(admin.post("/api/courses", Map.of("title", title), 201));
        List<Course.LearningModule> modules = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long module = id(admin.post("/api/modules", Map.of("title", "Module " + i, "color", "#4B4E8C"), 201));
            List<Long> posts = new ArrayList<>();
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
            modules.add(new Course.LearningModule(module, List.copyOf(posts)));
        }
        return new Course(course, List.copyOf(modules));
    }

    private static long id(JsonNode made) {
        return made.path("id").asLong();
    }
}
