package io.waypost.command.learner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.user.SystemRole;
import io.waypost.command.learner.LearnerCommand.SyncCompletions;
import io.waypost.command.learner.SyncedCompletions.Result;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes what was completed on a device without a connection. */
@RestController
class OfflineCompletionsController {

    private final Commands commands;
    private final Clock clock;

    OfflineCompletionsController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Operation(summary = "Takes completions from a device: in any order, and however often it sends them")
    @PostMapping("/api/me/completions")
    @Requires(SystemRole.USER)
    ResponseEntity<Results> sync(@Valid @RequestBody Batch batch, CurrentUser user, CommandRequest request) {
        OfflineForm form = OfflineForm.read(batch.completions());
        SyncCompletions command = new SyncCompletions(LearnerId.of(user.id()), form.readable(), clock.instant());
        return commands.sendAndFollow(
                        command,
                        SyncedCompletions.class,
                        request,
                        SyncedCompletions::completedAny,
                        ProcessingGroups.COMPLETED_COURSE_IS_RECORDED)
                .ok(synced -> new Results(form.results(synced.results())));
    }

    @Schema(name = "OfflineCompletions")
    record Batch(
            @Schema(type = "array")
            @NotNull(message = "is required")
            @Size(max = 500, message = "must not hold more than 500 elements")
            List<JsonNode> completions) {}

    @Schema(name = "OfflineCompletionResults")
    record Results(List<Result> results) {}
}
