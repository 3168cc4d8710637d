package io.waypost.command.course;

import io.waypost.api.course.CourseId;
import io.waypost.api.module.ModuleId;
import io.waypost.api.ordering.Destination;
import io.waypost.command.platform.Subject;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a course. Each answers with the {@link CourseState} afterwards. */
@Subject("Course")
public sealed interface CourseCommand {

    /** The course that is asked. */
    CourseId courseId();

    /** Makes a course without modules. */
    record CreateCourse(@TargetAggregateIdentifier CourseId courseId, String title, Optional<String> description)
            implements CourseCommand {}

    /** Changes what is present and leaves the rest: an inner empty value clears the description. */
    record ReviseCourse(
            @TargetAggregateIdentifier CourseId courseId,
            Optional<String> title,
            Optional<Optional<String>> description)
            implements CourseCommand {}

    /** Puts a module at a place, clamped into range; at the end if there is none. */
    record AddModuleToCourse(
            @TargetAggregateIdentifier CourseId courseId, ModuleId moduleId, Optional<Integer> ordering)
            implements CourseCommand {}

    /** Gives one module another place. */
    record MoveModuleInCourse(
            @TargetAggregateIdentifier CourseId courseId, ModuleId moduleId, Destination<ModuleId> destination)
            implements CourseCommand {}

    /** Puts all modules into a new order. */
    record ReorderCourseModules(@TargetAggregateIdentifier CourseId courseId, List<ModuleId> moduleIds)
            implements CourseCommand {}

    /** Takes a module out; the module itself remains. */
    record RemoveModuleFromCourse(@TargetAggregateIdentifier CourseId courseId, ModuleId moduleId)
            implements CourseCommand {}

    /** Ends the course; its modules remain. */
    record DeleteCourse(@TargetAggregateIdentifier CourseId courseId) implements CourseCommand {}
}
