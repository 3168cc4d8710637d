package io.waypost.command.group;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.user.SystemRole;
import io.waypost.command.group.GroupCommand.AssignCourseToGroup;
import io.waypost.command.group.GroupCommand.ReorderGroupCourses;
import io.waypost.command.group.GroupCommand.UnassignCourseFromGroup;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.command.platform.lookup.CourseLookup;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assigns courses to groups, orders them and takes them away. */
@RestController
@RequestMapping("/api/groups/{id}/courses")
class GroupCoursesController {

    private final Commands commands;
    private final CourseLookup courses;

    GroupCoursesController(Commands commands, CourseLookup courses) {
        this.commands = commands;
        this.courses = courses;
    }

    @Operation(summary = "Assigns a course to a group")
    @PostMapping
    @Requires(SystemRole.MANAGER)
    ResponseEntity<List<CourseLookup.Entry>> assign(
            @PathVariable("id") GroupId id, @Valid @RequestBody AssignedCourse assigned, CommandRequest request) {
        AssignCourseToGroup command =
                new AssignCourseToGroup(id, assigned.courseId(), Optional.ofNullable(assigned.ordering()));
        return commands.sendAndFollow(command, GroupState.class, request, ProcessingGroups.COMPLETED_COURSE_IS_RECORDED)
                .created("/api/groups/" + id.value() + "/courses", this::orderedCourses);
    }

    @Operation(summary = "Puts all courses of a group into a new order")
    @PutMapping("/order")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<List<CourseLookup.Entry>> reorder(
            @PathVariable("id") GroupId id, @Valid @RequestBody Order order, CommandRequest request) {
        ReorderGroupCourses command = new ReorderGroupCourses(id, order.courseIds());
        return commands.send(command, GroupState.class, request).ok(this::orderedCourses);
    }

    @Operation(summary = "Takes a course away from a group")
    @DeleteMapping("/{course_id}")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<Void> unassign(
            @PathVariable("id") GroupId id, @PathVariable("course_id") CourseId courseId, CommandRequest request) {
        return commands.send(new UnassignCourseFromGroup(id, courseId), GroupState.class, request)
                .noContent();
    }

    private List<CourseLookup.Entry> orderedCourses(GroupState state) {
        return courses.describe(state.courseIds());
    }

    @Schema(name = "CourseAssignedToGroup")
    record AssignedCourse(
            @NotNull(message = "is required") CourseId courseId,
            @Nullable Integer ordering) {}

    @Schema(name = "GroupCourseOrder")
    record Order(@NotNull(message = "is required") List<@NotNull(message = "must be a number") CourseId> courseIds) {}
}
