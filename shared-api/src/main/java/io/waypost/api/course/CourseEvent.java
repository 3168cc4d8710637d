package io.waypost.api.course;

import io.waypost.api.module.ModuleId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/** What can happen to a course. An event says the outcome, so that whoever folds it decides nothing again. */
public sealed interface CourseEvent {

    /** The course that it happened to. */
    CourseId courseId();

    /** An event after which the modules of the course stand in a new order. */
    sealed interface ModulesOrdered extends CourseEvent {

        /** All modules of the course after the event, in order: the index of a module is its {@code ordering}. */
        List<ModuleId> moduleIds();
    }

    /** A course came into being, without modules. */
    @Revision("1")
    record CourseCreated(CourseId courseId, String title, Optional<String> description) implements CourseEvent {}

    /** The texts of the course were changed; both fields hold what is valid from now on. */
    @Revision("1")
    record CourseRevised(CourseId courseId, String title, Optional<String> description) implements CourseEvent {}

    /**
     * A module became part of the course.
     *
     * @param ordering its 0-based place, already clamped into range
     */
    @Revision("1")
    record ModuleAddedToCourse(CourseId courseId, ModuleId moduleId, int ordering, List<ModuleId> moduleIds)
            implements ModulesOrdered {}

    /**
     * One module changed its place in the course.
     *
     * @param ordering its new 0-based place, already clamped into range
     */
    @Revision("1")
    record ModuleMovedInCourse(CourseId courseId, ModuleId moduleId, int ordering, List<ModuleId> moduleIds)
            implements ModulesOrdered {}

    /** The modules of the course were put into a new order as a whole. */
    @Revision("1")
    record CourseModulesReordered(CourseId courseId, List<ModuleId> moduleIds) implements ModulesOrdered {}

    /** A module left the course; the module itself remains. */
    @Revision("1")
    record ModuleRemovedFromCourse(CourseId courseId, ModuleId moduleId, List<ModuleId> moduleIds)
            implements ModulesOrdered {}

    /** The course is gone; its modules remain. */
    @Revision("1")
    record CourseDeleted(CourseId courseId) implements CourseEvent {}
}
