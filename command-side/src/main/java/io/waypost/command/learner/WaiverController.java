package io.waypost.command.learner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.command.learner.LearnerCommand.WaivePost;
import io.waypost.command.learner.PostProgress.Waiver;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets managers decide that a user need not do a post. */
@RestController
class WaiverController {

    private final Commands commands;

    WaiverController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Lets a post count as completed for a user; again: nothing changes")
    @PutMapping("/api/users/{id}/posts/{post_id}/waiver")
    @Requires(SystemRole.MANAGER)
    ResponseEntity<WaiverBody> waive(
            @PathVariable("id") UserId id,
            @PathVariable("post_id") PostId postId,
            @Valid @RequestBody WaiverRequest waiver,
            CurrentUser user,
            CommandRequest request) {
        return commands.sendAndFollow(
                        new WaivePost(LearnerId.of(id), postId, user.id(), waiver.reason()),
                        PostState.class,
                        request,
                        PostState::begunToCount,
                        ProcessingGroups.COMPLETED_COURSE_IS_RECORDED)
                .ok(WaiverBody::of);
    }

    record WaiverRequest(
            @NotNull(message = "is required") @Size(max = 500, message = "must not be longer than 500 characters")
            String reason) {

        /** Without what is personal, so that no log line ever shows it. */
        @Override
        public String toString() {
            return "WaiverRequest[]";
        }
    }

    @Schema(name = "Waiver")
    record WaiverBody(PostId postId, UserId userId, Instant waivedAt, UserId waivedBy) {

        static WaiverBody of(PostState state) {
            Waiver waiver = state.progress().waiver().orElseThrow();
            return new WaiverBody(state.postId(), state.id().userId(), waiver.at(), waiver.by());
        }
    }
}
