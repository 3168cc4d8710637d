package io.waypost.command.module;

import io.swagger.v3.oas.annotations.Operation;
import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleId;
import io.waypost.api.user.SystemRole;
import io.waypost.command.module.ModuleCommand.CreateModule;
import io.waypost.command.module.ModuleCommand.DeleteModule;
import io.waypost.command.module.ModuleCommand.ReviseModule;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.Fields;
import io.waypost.command.platform.IdAllocator;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

/** Makes, revises and deletes modules. */
@RestController
@RequestMapping("/api/modules")
class ModuleController {

    private static final String COLOR_OR_NONE = "(" + Color.FORMAT + ")?";

    private final Commands commands;
    private final IdAllocator ids;

    ModuleController(Commands commands, IdAllocator ids) {
        this.commands = commands;
        this.ids = ids;
    }

    @Operation(summary = "Makes a module")
    @PostMapping
    @Requires(SystemRole.MANAGER)
    ResponseEntity<ModuleBody> create(@Valid @RequestBody NewModule module, CommandRequest request) {
        ModuleId id = new ModuleId(ids.next("module"));
        CreateModule command =
                new CreateModule(id, module.title(), Fields.optionalText(module.description()), color(module.color()));
        return commands.send(command, ModuleState.class, request).created("/api/modules/" + id.value(), ModuleBody::of);
    }

    @Operation(summary = "Changes a module; absent fields stay")
    @PatchMapping("/{id}")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<ModuleBody> revise(
            @PathVariable("id") ModuleId id, @Valid @RequestBody ModuleChange change, CommandRequest request) {
        ReviseModule command = new ReviseModule(
                id,
                Fields.changedText(change.title()),
                Fields.changedOptionalText(change.description()),
                changedColor(change.color()));
        return commands.send(command, ModuleState.class, request).ok(ModuleBody::of);
    }

    /** Answers when the module has left every course, so that no course shows it to the client any more. */
    @Operation(summary = "Deletes a module, which leaves every course")
    @DeleteMapping("/{id}")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<Void> delete(@PathVariable("id") ModuleId id, CommandRequest request) {
        return commands.sendAndFollow(
                        new DeleteModule(id),
                        ModuleState.class,
                        request,
                        ProcessingGroups.DELETED_MODULE_LEAVES_COURSES)
                .noContent();
    }

    private static Optional<Optional<Color>> changedColor(JsonNullable<String> field) {
        return field.isPresent() ? Optional.of(color(field.get())) : Optional.empty();
    }

    private static Optional<Color> color(@Nullable String field) {
        return Fields.optionalText(field).map(Color::new);
    }

    record NewModule(
            @NotNull(message = "is required") @Size(max = 200, message = "must not be longer than 200 characters")
            String title,

            @Nullable @Size(max = 5000, message = "must not be longer than 5000 characters")
            String description,

            @Nullable @Pattern(regexp = COLOR_OR_NONE, message = "must have the form #RRGGBB")
            String color) {}

    record ModuleChange(
            JsonNullable<
                            @NotNull(message = "must be a text")
                            @Size(max = 200, message = "must not be longer than 200 characters") String>
                    title,
            JsonNullable<@Size(max = 5000, message = "must not be longer than 5000 characters") String> description,
            JsonNullable<@Pattern(regexp = COLOR_OR_NONE, message = "must have the form #RRGGBB") String> color) {}

    record ModuleBody(
            ModuleId id,
            String title,
            Optional<String> description,
            Optional<Color> color,
            Instant createdAt,
            Instant updatedAt,
            int postCount) {

        static ModuleBody of(ModuleState state) {
            return new ModuleBody(
                    state.id(),
                    state.title(),
                    state.description(),
                    state.color(),
                    state.createdAt(),
                    state.updatedAt(),
                    state.posts().size());
        }
    }
}
