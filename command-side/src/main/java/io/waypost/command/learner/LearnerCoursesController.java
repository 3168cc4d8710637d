package io.waypost.command.learner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.course.CourseId;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.command.learner.LearnerCommand.AssignCourseToLearner;
import io.waypost.command.learner.LearnerCommand.UnassignCourseFromLearner;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assigns courses to users directly and takes them away. */
@RestController
@RequestMapping("/api/users/{id}/courses")
class LearnerCoursesController {

    private final Commands commands;

    LearnerCoursesController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Assigns a course to a user directly")
    @PostMapping
    @Requires(SystemRole.MANAGER)
    ResponseEntity<AssignmentBody> assign(
            @PathVariable("id") UserId id, @Valid @RequestBody AssignedCourse assigned, CommandRequest request) {
        AssignCourseToLearner command = new AssignCourseToLearner(LearnerId.of(id), assigned.courseId());
        return commands.sendAndFollow(
                        command, LearnerState.class, request, ProcessingGroups.COMPLETED_COURSE_IS_RECORDED)
                .created(
                        "/api/users/" + id.value() + "/courses",
                        state -> new AssignmentBody("Course assigned", id, assigned.courseId()));
    }

    @Operation(summary = "Takes a course away that was assigned directly; groups may still give it")
    @DeleteMapping("/{course_id}")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<Void> unassign(
            @PathVariable("id") UserId id, @PathVariable("course_id") CourseId courseId, CommandRequest request) {
        return commands.send(new UnassignCourseFromLearner(LearnerId.of(id), courseId), LearnerState.class, request)
                .noContent();
    }

    @Schema(name = "CourseAssignedToUser")
    record AssignedCourse(@NotNull(message = "is required") CourseId courseId) {}

    @Schema(name = "DirectAssignment")
    record AssignmentBody(String message, UserId userId, CourseId courseId) {}
}
