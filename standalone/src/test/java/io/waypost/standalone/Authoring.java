package io.waypost.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Makes courses, modules and posts, and reads their orders, the way a client does. */
record Authoring(Api api) {

    long course(String title) {
        return api.post("/api/courses", Map.of("title", title)).expect(201).id();
    }

    long module(String title) {
        return api.post("/api/modules", Map.of("title", title)).expect(201).id();
    }

    /** A course with that many new modules. */
    long courseWith(int modules) {
        long course = course("A course of " + modules);
        for (int i = 0; i < modules; i++) {
            add(course, module("Module " + i));
        }
        return course;
    }

    Answer add(long course, long module) {
        return api.post(modulesOf(course), Map.of("module_id", module)).expect(201);
    }

    long post(long module, String title) {
        return api.post(
                        "/api/modules/" + module + "/posts",
                        Map.of("title", title, "type", "default", "content", Map.of("text", "Text of " + title)))
                .expect(201)
                .id();
    }

    /** A post of any type. */
    long post(long module, String type, Map<String, ?> content) {
        return api.post(
                        "/api/modules/" + module + "/posts",
                        Map.of("title", "A " + type, "type", type, "content", content))
                .expect(201)
                .id();
    }

    static String modulesOf(long course) {
        return "/api/courses/" + course + "/modules";
    }

    /** The modules of a course in order; fails if their orderings are not dense from 0. */
    List<Long> order(long course) {
        return order(api.get(modulesOf(course)).expect(200), "module_id");
    }

    /** The ids in an array of things with an ordering; fails if the orderings are not dense from 0. */
    static List<Long> order(Answer answer, String idField) {
        List<Long> ids = new ArrayList<>();
        StreamSupport.stream(answer.body().spliterator(), false).forEach(item -> {
            if (item.path("ordering").asInt() != ids.size()) {
                throw new AssertionError("Not dense: " + answer.text());
            }
            ids.add(item.path(idField).asLong());
        });
        return ids;
    }
}
