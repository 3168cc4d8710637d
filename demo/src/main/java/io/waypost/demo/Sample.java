package io.waypost.demo;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Courses about children's health and groups that learn them, as {@code sample.json} and one file per module have them.
 *
 * @param courses the courses; the first is the one that tells whether the sample is there already
 * @param modules every module of these courses, in the order of the first
 * @param groups groups of learners
 */
record Sample(List<Course> courses, List<LearningModule> modules, List<Group> groups) {

    private static final int ALL = 100;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** Reads the sample that comes with this program. */
    static Sample read() {
        Contents contents = read("sample.json", Contents.class);
        List<Course> courses = contents.courses();
        return new Sample(
                courses,
                courses.stream()
                        .flatMap(course -> course.modules().stream())
                        .distinct()
                        .map(name -> read("modules/" + name + ".json", ModuleFile.class)
                                .named(name))
                        .toList(),
                contents.groups());
    }

    /** How many requests it takes to make all modules and courses. */
    int requests() {
        int posts = modules.stream().mapToInt(module -> module.posts().size()).sum();
        int places =
                courses.stream().mapToInt(course -> course.modules().size()).sum();
        return modules.size() + posts + courses.size() + places;
    }

    private static <T> T read(String resource, Class<T> type) {
        InputStream json = Objects.requireNonNull(Sample.class.getResourceAsStream(resource), resource);
        return MAPPER.readValue(json, type);
    }

    /**
     * A course.
     *
     * @param modules the names of its modules, in order
     */
    record Course(String title, String description, List<String> modules) {}

    /**
     * A module.
     *
     * @param name what courses of the sample call it
     * @param color its colour as {@code #RRGGBB}
     * @param posts its posts in order, as the REST API takes them
     */
    record LearningModule(String name, String title, String description, String color, List<JsonNode> posts) {}

    /**
     * A group of learners.
     *
     * @param courses the titles of the courses assigned to it; its learners work through the first
     */
    record Group(String name, String description, List<String> courses, List<Learner> learners) {

        /** The title of the course that its learners work through. */
        String learns() {
            return courses.getFirst();
        }
    }

    /**
     * Somebody who learns.
     *
     * @param percent how much of the course is done
     */
    record Learner(String username, String firstName, String lastName, int percent) {

        /** How many of so many posts are done: at least one, once a learner has begun. */
        int done(int posts) {
            return Math.ceilDiv(posts * percent, ALL);
        }
    }

    private record Contents(List<Course> courses, List<Group> groups) {}

    private record ModuleFile(String title, String description, String color, List<JsonNode> posts) {

        LearningModule named(String name) {
            return new LearningModule(name, title, description, color, posts);
        }
    }
}
