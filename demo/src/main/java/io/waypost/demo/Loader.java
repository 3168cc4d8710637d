package io.waypost.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Makes the courses of the sample: first the modules with their posts, then the courses out of them. */
final class Loader {

    /** Each try waits as long as Waypost lets a command wait, 2 seconds unless configured otherwise. */
    private static final int TRIES = 30;

    private final Waypost waypost;
    private final Sample sample;

    Loader(Waypost waypost, Sample sample) {
        this.waypost = waypost;
        this.sample = sample;
    }

    /** The id of a course with the title of the first of the sample, if there is one. */
    Optional<Long> loadedBefore() {
        String title = sample.courses().getFirst().title();
        return StreamSupport.stream(waypost.get("/api/courses").spliterator(), false)
                .filter(course -> course.path("title").asString("").equals(title))
                .map(Loader::id)
                .findFirst();
    }

    /**
     * Makes all courses.
     *
     * @param step is run after each thing that was made
     * @return the courses, by title
     */
    Map<String, Made.Course> load(Runnable step) {
        Map<String, Made.LearningModule> modules = new LinkedHashMap<>();
        sample.modules().forEach(module -> modules.put(module.name(), loadModule(module, step)));
        Map<String, Made.Course> courses = new LinkedHashMap<>();
        sample.courses().forEach(course -> courses.put(course.title(), loadCourse(course, modules, step)));
        return courses;
    }

    /** Waits until the queries show everything that was sent so far. */
    void awaitQueries(Made.Course course) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (waypost.queriesShowAll("/api/courses/" + course.id())) {
                return;
            }
        }
        throw new DemoFailed(
                "Everything is loaded, but the queries do not show it yet: GET /api/admin/projections says why");
    }

    private Made.LearningModule loadModule(Sample.LearningModule module, Runnable step) {
        Map<String, String> body =
                Map.of("title", module.title(), "description", module.description(), "color", module.color());
        long id = id(waypost.post("/api/modules", body));
        step.run();
        List<Made.Post> posts = new ArrayList<>();
        for (JsonNode post : module.posts()) {
            posts.add(new Made.Post(id(waypost.post("/api/modules/" + id + "/posts", post)), post));
            step.run();
        }
        return new Made.LearningModule(id, posts);
    }

    private Made.Course loadCourse(Sample.Course course, Map<String, Made.LearningModule> modules, Runnable step) {
        Map<String, String> body = Map.of("title", course.title(), "description", course.description());
        long id = id(waypost.post("/api/courses", body));
        step.run();
        List<Made.LearningModule> inOrder =
                course.modules().stream().map(modules::get).toList();
        for (Made.LearningModule module : inOrder) {
            waypost.post("/api/courses/" + id + "/modules", Map.of("module_id", module.id()));
            step.run();
        }
        return new Made.Course(
                id, inOrder.stream().flatMap(module -> module.posts().stream()).toList());
    }

    private static long id(JsonNode made) {
        return made.path("id").asLong();
    }
}
