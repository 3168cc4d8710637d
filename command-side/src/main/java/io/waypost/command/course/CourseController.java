package io.waypost.command.course;

import io.swagger.v3.oas.annotations.Operation;
import io.waypost.api.course.CourseId;
import io.waypost.api.user.SystemRole;
import io.waypost.command.course.CourseCommand.CreateCourse;
import io.waypost.command.course.CourseCommand.DeleteCourse;
import io.waypost.command.course.CourseCommand.ReviseCourse;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.Fields;
import io.waypost.command.platform.IdAllocator;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes, revises and deletes courses. */
@RestController
@RequestMapping("/api/courses")
class CourseController {

    private final Commands commands;
    private final IdAllocator ids;

    CourseController(Commands commands, IdAllocator ids) {
        this.commands = commands;
        this.ids = ids;
    }

    @Operation(summary = "Makes a course")
    @PostMapping
    @Requires(SystemRole.ADMIN)
    ResponseEntity<CourseBody> create(@Valid @RequestBody NewCourse course, CommandRequest request) {
        CourseId id = new CourseId(ids.next("course"));
        return commands.send(
                        new CreateCourse(id, course.title(), Fields.optionalText(course.description())),
                        CourseState.class,
                        request)
                .created("/api/courses/" + id.value(), CourseBody::of);
    }

    @Operation(summary = "Changes the texts of a course; absent fields stay")
    @PatchMapping("/{id}")
    @Requires(SystemRole.ADMIN)
    ResponseEntity<CourseBody> revise(
            @PathVariable("id") CourseId id, @Valid @RequestBody CourseChange change, CommandRequest request) {
        ReviseCourse command = new ReviseCourse(
                id, Fields.changedText(change.title()), Fields.changedOptionalText(change.description()));
        return commands.send(command, CourseState.class, request).ok(CourseBody::of);
    }

    /** Answers when the course has left every group and learner, so that nobody sees it assigned any more. */
    @Operation(summary = "Deletes a course, which leaves every group and learner; its modules remain")
    @DeleteMapping("/{id}")
    @Requires(SystemRole.ADMIN)
    ResponseEntity<Void> delete(@PathVariable("id") CourseId id, CommandRequest request) {
        return commands.sendAndFollow(
                        new DeleteCourse(id),
                        CourseState.class,
                        request,
                        ProcessingGroups.DELETED_COURSE_LEAVES_GROUPS,
                        ProcessingGroups.DELETED_COURSE_LEAVES_LEARNERS)
                .noContent();
    }

    record NewCourse(
            @NotNull(message = "is required") @Size(max = 200, message = "must not be longer than 200 characters")
            String title,

            @Nullable @Size(max = 5000, message = "must not be longer than 5000 characters")
            String description) {}

    record CourseChange(
            JsonNullable<
                            @NotNull(message = "must be a text")
                            @Size(max = 200, message = "must not be longer than 200 characters") String>
                    title,
            JsonNullable<@Size(max = 5000, message = "must not be longer than 5000 characters") String> description) {}

    record CourseBody(
            CourseId id,
            String title,
            Optional<String> description,
            Instant createdAt,
            Instant updatedAt,
            int moduleCount) {

        static CourseBody of(CourseState state) {
            return new CourseBody(
                    state.id(),
                    state.title(),
                    state.description(),
                    state.createdAt(),
                    state.updatedAt(),
                    state.moduleIds().size());
        }
    }
}
