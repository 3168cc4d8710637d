package io.waypost.query.progress;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostId;
import io.waypost.query.platform.ViewEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A course with its modules in order, and since when they were part of it. */
final class PastCourse {

    private final CourseId id;
    private final Map<ModuleId, Instant> addedAt = new HashMap<>();
    private List<ModuleId> modules = List.of();
    private String title = "";
    private Instant createdAt = Instant.EPOCH;
    private boolean exists;

    PastCourse(CourseId id) {
        this.id = id;
    }

    void fold(CourseEvent event, ViewEvent happened) {
        if (event instanceof CourseEvent.ModuleAddedToCourse added) {
            addedAt.put(added.moduleId(), happened.at());
        }
        switch (event) {
            case CourseEvent.CourseCreated created -> {
                title = created.title();
                createdAt = happened.at();
                exists = true;
            }
            case CourseEvent.CourseRevised revised -> title = revised.title();
            case CourseEvent.ModulesOrdered ordered -> modules = ordered.moduleIds();
            case CourseEvent.CourseDeleted gone -> exists = false;
        }
    }

    CourseId id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean exists() {
        return exists;
    }

    /** In their order, also those that were deleted and had not left the course yet. */
    List<ModuleId> modules() {
        return modules;
    }

    /** How far a learner was. */
    CourseProgressAnswer progress(PastCompletions completions, Map<ModuleId, PastPosts> postsOfModules) {
        Map<PostId, Instant> posts = postsSince(postsOfModules);
        List<PostId> missing = posts.keySet().stream()
                .filter(post -> !completions.counts(post))
                .toList();
        Optional<Instant> completedAt = completions.completedAt(id);
        int total = posts.size();
        int completed = total - missing.size();
        long added = missing.stream()
                .filter(post -> completedAt
                        .filter(at -> posts.getOrDefault(post, at).isAfter(at))
                        .isPresent())
                .count();
        return new CourseProgressAnswer(
                id.value(),
                title,
                completed,
                total,
                percent(completedAt.isPresent(), completed, total),
                completedAt,
                Math.toIntExact(added),
                completions.lastActivity(posts.keySet()),
                missing.stream().map(PostId::value).findFirst());
    }

    private static int percent(boolean courseCompleted, int completed, int total) {
        if (courseCompleted) {
            return 100;
        }
        return total == 0 ? 0 : 100 * completed / total;
    }

    /** The posts of the course in order, each with when it came into the course. */
    private Map<PostId, Instant> postsSince(Map<ModuleId, PastPosts> postsOfModules) {
        Map<PostId, Instant> since = new LinkedHashMap<>();
        for (ModuleId module : modules) {
            PastPosts posts = postsOfModules.getOrDefault(module, new PastPosts());
            Instant moduleAdded = addedAt.getOrDefault(module, Instant.EPOCH);
            for (PostId post : posts.posts()) {
                Instant postAdded = posts.addedAt(post);
                since.put(post, postAdded.isAfter(moduleAdded) ? postAdded : moduleAdded);
            }
        }
        return since;
    }
}
