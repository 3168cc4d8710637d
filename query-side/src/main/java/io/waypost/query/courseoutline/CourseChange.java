package io.waypost.query.courseoutline;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.query.platform.ViewEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a batch of events changes in one course; of several changes to the same thing the last one counts.
 *
 * @param courseId the course
 * @param createdAt when it was created, if that was in this batch
 * @param texts its texts, if they changed
 * @param modules its modules in order, if the order changed
 * @param deleted whether it is gone
 * @param version the sequence number of its last event
 * @param updatedAt the time of its last event
 */
record CourseChange(
        long courseId,
        Optional<Instant> createdAt,
        Optional<Texts> texts,
        Optional<List<ModuleId>> modules,
        boolean deleted,
        long version,
        Instant updatedAt) {

    record Texts(String title, Optional<String> description) {}

    /** Nothing but that something happens to the course. */
    static CourseChange of(CourseEvent event, ViewEvent happened) {
        return new CourseChange(
                event.courseId().value(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                happened.version(),
                happened.at());
    }

    /** This change followed by another event of the course. */
    CourseChange then(CourseEvent event, ViewEvent happened) {
        CourseChange next =
                new CourseChange(courseId, createdAt, texts, modules, deleted, happened.version(), happened.at());
        return switch (event) {
            case CourseEvent.CourseCreated created ->
                next.created(happened.at()).withTexts(new Texts(created.title(), created.description()));
            case CourseEvent.CourseRevised revised -> next.withTexts(new Texts(revised.title(), revised.description()));
            case CourseEvent.ModulesOrdered ordered -> next.withModules(ordered.moduleIds());
            case CourseEvent.CourseDeleted gone -> next.gone();
        };
    }

    private CourseChange created(Instant at) {
        return new CourseChange(courseId, Optional.of(at), texts, modules, deleted, version, updatedAt);
    }

    private CourseChange withTexts(Texts changed) {
        return new CourseChange(courseId, createdAt, Optional.of(changed), modules, deleted, version, updatedAt);
    }

    private CourseChange withModules(List<ModuleId> ordered) {
        return new CourseChange(courseId, createdAt, texts, Optional.of(ordered), deleted, version, updatedAt);
    }

    private CourseChange gone() {
        return new CourseChange(courseId, createdAt, texts, modules, true, version, updatedAt);
    }
}
