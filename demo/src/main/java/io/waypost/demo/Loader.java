package io.waypost.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Makes the sample: first the modules with their posts, then the courses out of them. */
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
     * Makes everything and waits until the queries show it.
     *
     * @param step is run after each thing that was made
     * @return the ids of the courses, by title
     */
    Map<String, Long> load(Runnable step) {
        Map<String, Long> modules = new LinkedHashMap<>();
        sample.modules().forEach(module -> modules.put(module.name(), loadModule(module, step)));
        Map<String, Long> courses = new LinkedHashMap<>();
        sample.courses().forEach(course -> courses.put(course.title(), loadCourse(course, modules, step)));
        awaitQueries("/api/courses/" + courses.values().iterator().next());
        return courses;
    }

    private long loadModule(Sample.LearningModule module, Runnable step) {
        Map<String, String> body =
                Map.of("title", module.title(), "description", module.description(), "color", module.color());
        long id = id(waypost.post("/api/modules", body));
        step.run();
        for (JsonNode post : module.posts()) {
            waypost.post("/api/modules/" + id + "/posts", post);
            step.run();
        }
        return id;
    }

    private long loadCourse(Sample.Course course, Map<String, Long> modules, Runnable step) {
        Map<String, String> body = Map.of("title", course.title(), "description", course.description());
        long id = id(waypost.post("/api/courses", body));
        step.run();
        List<Long> inOrder = course.modules().stream().map(modules::get).toList();
        for (long module : inOrder) {
            waypost.post("/api/courses/" + id + "/modules", Map.of("module_id", module));
            step.run();
        }
        return id;
    }

    private void awaitQueries(String path) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (waypost.queriesShowAll(path)) {
                return;
            }
        }
        throw new DemoFailed(
                "Everything is loaded, but the queries do not show it yet: GET /api/admin/projections says why");
    }

    private static long id(JsonNode made) {
        return made.path("id").asLong();
    }
}
