package io.waypost.query.courseoutline;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.query.platform.PastEvents;
import io.waypost.query.platform.ViewEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells how courses were, from their events and those of their modules. */
@Component
class PastCourses {

    private final PastEvents events;

    PastCourses(PastEvents events) {
        this.events = events;
    }

    /** A course as it was at a position; empty if there was none then. */
    Optional<CourseWithModulesAnswer> find(CourseId id, long position) {
        return course(events.of(List.of(id.toString()), position))
                .filter(course -> !course.deleted())
                .map(course -> CourseWithModulesAnswer.of(
                        course, modules(course.modules().orElseGet(List::of), position)));
    }

    private static Optional<CourseChange> course(List<ViewEvent> happened) {
        Optional<CourseChange> course = Optional.empty();
        for (ViewEvent next : happened) {
            if (next.payload() instanceof CourseEvent event) {
                course = Optional.of(
                        course.orElseGet(() -> CourseChange.of(event, next)).then(event, next));
            }
        }
        return course;
    }

    private List<OutlinedModuleAnswer> modules(List<ModuleId> ordered, long position) {
        Map<ModuleId, PastModule> existing = new LinkedHashMap<>();
        List<String> aggregates = ordered.stream().map(ModuleId::toString).toList();
        for (ViewEvent happened : events.of(aggregates, position)) {
            if (happened.payload() instanceof ModuleEvent event) {
                fold(event, existing);
            }
        }
        List<OutlinedModuleAnswer> shown = new ArrayList<>();
        for (ModuleId id : ordered) {
            Optional.ofNullable(existing.get(id)).ifPresent(module -> shown.add(module.answer(shown.size())));
        }
        return List.copyOf(shown);
    }

    private static void fold(ModuleEvent event, Map<ModuleId, PastModule> modules) {
        ModuleId id = event.moduleId();
        switch (event) {
            case ModuleEvent.ModuleCreated created ->
                modules.put(id, new PastModule(id, created.title(), created.description(), created.color()));
            case ModuleEvent.ModuleRevised revised ->
                modules.put(id, new PastModule(id, revised.title(), revised.description(), revised.color()));
            case ModuleEvent.ModuleDeleted gone -> modules.remove(id);
            case ModuleEvent.PostsOrdered posts -> {}
            case ModuleEvent.PostRevised post -> {}
        }
    }
}
