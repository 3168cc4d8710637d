package io.waypost.command.course;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.course.CourseId;
import io.waypost.api.module.ModuleId;
import io.waypost.api.user.SystemRole;
import io.waypost.command.course.CourseCommand.AddModuleToCourse;
import io.waypost.command.course.CourseCommand.MoveModuleInCourse;
import io.waypost.command.course.CourseCommand.RemoveModuleFromCourse;
import io.waypost.command.course.CourseCommand.ReorderCourseModules;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.Move;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts modules into courses, orders them and takes them out. */
@RestController
@RequestMapping("/api/courses/{id}/modules")
class CourseModulesController {

    private final Commands commands;
    private final ModuleLookup modules;

    CourseModulesController(Commands commands, ModuleLookup modules) {
        this.commands = commands;
        this.modules = modules;
    }

    @Operation(summary = "Puts a module into a course")
    @PostMapping
    @Requires(SystemRole.MANAGER)
    ResponseEntity<List<CourseModuleBody>> add(
            @PathVariable("id") CourseId id, @Valid @RequestBody AddedModule added, CommandRequest request) {
        AddModuleToCourse command = new AddModuleToCourse(id, added.moduleId(), Optional.ofNullable(added.ordering()));
        return commands.send(command, CourseState.class, request)
                .created("/api/courses/" + id.value() + "/modules", this::orderedModules);
    }

    @Operation(summary = "Gives one module of a course another place")
    @PatchMapping("/{module_id}")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<List<CourseModuleBody>> move(
            @PathVariable("id") CourseId id,
            @PathVariable("module_id") ModuleId moduleId,
            @RequestBody Move<ModuleId> move,
            CommandRequest request) {
        MoveModuleInCourse command = new MoveModuleInCourse(id, moduleId, move.destination());
        return commands.send(command, CourseState.class, request).ok(this::orderedModules);
    }

    @Operation(summary = "Puts all modules of a course into a new order")
    @PutMapping("/order")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<List<CourseModuleBody>> reorder(
            @PathVariable("id") CourseId id, @Valid @RequestBody Order order, CommandRequest request) {
        ReorderCourseModules command = new ReorderCourseModules(id, order.moduleIds());
        return commands.send(command, CourseState.class, request).ok(this::orderedModules);
    }

    @Operation(summary = "Takes a module out of a course")
    @DeleteMapping("/{module_id}")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<Void> remove(
            @PathVariable("id") CourseId id, @PathVariable("module_id") ModuleId moduleId, CommandRequest request) {
        return commands.send(new RemoveModuleFromCourse(id, moduleId), CourseState.class, request)
                .noContent();
    }

    private List<CourseModuleBody> orderedModules(CourseState state) {
        List<ModuleLookup.Entry> entries = modules.describe(state.moduleIds());
        return IntStream.range(0, entries.size())
                .mapToObj(ordering -> CourseModuleBody.of(entries.get(ordering), ordering))
                .toList();
    }

    record AddedModule(
            @NotNull(message = "is required") ModuleId moduleId,
            @Nullable Integer ordering) {}

    @Schema(name = "CourseModuleOrder")
    record Order(@NotNull(message = "is required") List<@NotNull(message = "must be a number") ModuleId> moduleIds) {}

    record CourseModuleBody(
            ModuleId moduleId,
            String moduleTitle,
            Optional<String> moduleDescription,
            Optional<String> moduleColor,
            int ordering) {

        static CourseModuleBody of(ModuleLookup.Entry module, int ordering) {
            return new CourseModuleBody(module.id(), module.title(), module.description(), module.color(), ordering);
        }
    }
}
