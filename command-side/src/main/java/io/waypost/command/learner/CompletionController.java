package io.waypost.command.learner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import io.waypost.api.user.SystemRole;
import io.waypost.command.learner.LearnerCommand.CompletePost;
import io.waypost.command.learner.LearnerCommand.ReopenPost;
import io.waypost.command.learner.PostProgress.Completion;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets users complete posts by hand and reopen them. */
@RestController
@RequestMapping("/api/posts/{id}/completion")
class CompletionController {

    private final Commands commands;
    private final Clock clock;

    CompletionController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Operation(summary = "Completes a post for oneself; again: nothing changes")
    @PutMapping
    @Requires(SystemRole.USER)
    ResponseEntity<CompletionBody> complete(@PathVariable("id") PostId id, CurrentUser user, CommandRequest request) {
        CompletePost command = new CompletePost(LearnerId.of(user.id()), id, clock.instant());
        return commands.sendAndFollow(
                        command,
                        PostState.class,
                        request,
                        PostState::begunToCount,
                        ProcessingGroups.COMPLETED_COURSE_IS_RECORDED)
                .ok(CompletionBody::of);
    }

    @Operation(summary = "Takes back that a post is completed or waived")
    @DeleteMapping
    @Requires(SystemRole.USER)
    ResponseEntity<Void> reopen(@PathVariable("id") PostId id, CurrentUser user, CommandRequest request) {
        return commands.send(new ReopenPost(LearnerId.of(user.id()), id), PostState.class, request)
                .noContent();
    }

    @Schema(name = "PostCompletion")
    record CompletionBody(PostId postId, Instant completedAt, CompletionWay via) {

        static CompletionBody of(PostState state) {
            Completion completion = state.progress().completion().orElseThrow();
            return new CompletionBody(state.postId(), completion.at(), completion.via());
        }
    }
}
