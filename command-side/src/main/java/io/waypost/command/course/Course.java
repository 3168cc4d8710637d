package io.waypost.command.course;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseEvent.CourseCreated;
import io.waypost.api.course.CourseEvent.CourseDeleted;
import io.waypost.api.course.CourseEvent.CourseModulesReordered;
import io.waypost.api.course.CourseEvent.CourseRevised;
import io.waypost.api.course.CourseEvent.ModuleAddedToCourse;
import io.waypost.api.course.CourseEvent.ModuleMovedInCourse;
import io.waypost.api.course.CourseEvent.ModuleRemovedFromCourse;
import io.waypost.api.course.CourseId;
import io.waypost.api.module.ModuleId;
import io.waypost.api.ordering.Ordering;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.course.CourseCommand.AddModuleToCourse;
import io.waypost.command.course.CourseCommand.CreateCourse;
import io.waypost.command.course.CourseCommand.DeleteCourse;
import io.waypost.command.course.CourseCommand.MoveModuleInCourse;
import io.waypost.command.course.CourseCommand.RemoveModuleFromCourse;
import io.waypost.command.course.CourseCommand.ReorderCourseModules;
import io.waypost.command.course.CourseCommand.ReviseCourse;
import io.waypost.command.platform.RequiredText;
import io.waypost.command.platform.VersionedAggregate;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A course: its texts, and which modules it shows in which order. */
@Aggregate(type = "Course", cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@SuppressWarnings("NullAway.Init") // an aggregate is filled by its first event
public class Course extends VersionedAggregate {

    @AggregateIdentifier
    private CourseId id;

    private String title;
    private Optional<String> description;
    private Ordering<ModuleId> modules = Ordering.empty();
    private Instant createdAt;
    private Instant updatedAt;

    Course() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    CourseState handle(CreateCourse command) {
        return apply(new CourseCreated(command.courseId(), titled(command.title()), command.description()));
    }

    @CommandHandler
    CourseState handle(ReviseCourse command) {
        CourseRevised revised = new CourseRevised(
                id,
                command.title().map(Course::titled).orElse(title),
                command.description().orElse(description));
        return revised.equals(new CourseRevised(id, title, description)) ? state() : apply(revised);
    }

    @CommandHandler
    CourseState handle(AddModuleToCourse command, ModuleLookup moduleLookup) {
        ModuleId moduleId = command.moduleId();
        moduleLookup.require(moduleId);
        if (modules.contains(moduleId)) {
            throw new RequestRejected(ProblemCode.MODULE_ALREADY_IN_COURSE, "The module is already in this course");
        }
        Ordering<ModuleId> after = modules.insert(moduleId, command.ordering());
        return apply(new ModuleAddedToCourse(id, moduleId, after.positionOf(moduleId), after.items()));
    }

    @CommandHandler
    CourseState handle(MoveModuleInCourse command) {
        ModuleId moduleId = command.moduleId();
        requirePresent(moduleId);
        if (command.destination()
                .predecessorNeeded()
                .filter(other -> !modules.contains(other))
                .isPresent()) {
            throw new RequestRejected(
                    ProblemCode.PREDECESSOR_NOT_IN_COURSE, "The module to follow is not in this course");
        }
        Ordering<ModuleId> after = modules.move(moduleId, command.destination());
        return after.equals(modules)
                ? state()
                : apply(new ModuleMovedInCourse(id, moduleId, after.positionOf(moduleId), after.items()));
    }

    @CommandHandler
    CourseState handle(ReorderCourseModules command) {
        if (!modules.isPermutation(command.moduleIds())) {
            throw new RequestRejected(
                    ProblemCode.NOT_A_PERMUTATION,
                    "The new order must hold exactly the modules of the course, each once");
        }
        Ordering<ModuleId> after = modules.permute(command.moduleIds());
        return after.equals(modules) ? state() : apply(new CourseModulesReordered(id, after.items()));
    }

    @CommandHandler
    CourseState handle(RemoveModuleFromCourse command) {
        requirePresent(command.moduleId());
        Ordering<ModuleId> after = modules.remove(command.moduleId());
        return apply(new ModuleRemovedFromCourse(id, command.moduleId(), after.items()));
    }

    @CommandHandler
    CourseState handle(DeleteCourse command) {
        return apply(new CourseDeleted(command.courseId()));
    }

    @EventSourcingHandler
    void on(CourseCreated event, @Timestamp Instant at) {
        id = event.courseId();
        title = event.title();
        description = event.description();
        createdAt = at;
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(CourseRevised event, @Timestamp Instant at) {
        title = event.title();
        description = event.description();
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(CourseEvent.ModulesOrdered event, @Timestamp Instant at) {
        modules = new Ordering<>(event.moduleIds());
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(CourseDeleted event, @Timestamp Instant at) {
        updatedAt = at;
        AggregateLifecycle.markDeleted();
    }

    private CourseState apply(CourseEvent event) {
        AggregateLifecycle.apply(event);
        return state();
    }

    private CourseState state() {
        return new CourseState(id, title, description, modules.items(), createdAt, updatedAt, version());
    }

    private void requirePresent(ModuleId moduleId) {
        if (!modules.contains(moduleId)) {
            throw new RequestRejected(ProblemCode.NOT_FOUND, "The module is not in this course");
        }
    }

    private static String titled(String title) {
        return RequiredText.of(title, "Course title");
    }
}
