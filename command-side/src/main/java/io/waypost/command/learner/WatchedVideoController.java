package io.waypost.command.learner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import io.waypost.api.user.SystemRole;
import io.waypost.command.learner.LearnerCommand.RecordVideoWatched;
import io.waypost.command.learner.WatchedParts.Part;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import io.waypost.platform.web.InvalidInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what players tell about how far a video was watched. */
@RestController
class WatchedVideoController {

    private static final int MILLIS_PER_SECOND = 1000;

    private final Commands commands;
    private final Clock clock;

    WatchedVideoController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Operation(summary = "Adds to the parts of a video that one has watched; enough of it completes the post")
    @PutMapping("/api/posts/{id}/watched")
    @Requires(SystemRole.USER)
    ResponseEntity<WatchedBody> watched(
            @PathVariable("id") PostId id,
            @Valid @RequestBody Watched watched,
            CurrentUser user,
            CommandRequest request) {
        RecordVideoWatched command =
                new RecordVideoWatched(LearnerId.of(user.id()), id, watched.parts(), clock.instant());
        return commands.sendAndFollow(
                        command,
                        PostState.class,
                        request,
                        PostState::begunToCount,
                        ProcessingGroups.COMPLETED_COURSE_IS_RECORDED)
                .ok(state -> new WatchedBody(state.progress().watchedPercent()));
    }

    @Schema(name = "WatchedRanges")
    record Watched(
            @NotNull(message = "is required") @Size(max = 1000, message = "must not hold more than 1000 elements")
            List<
                            @NotNull(message = "must be an array")
                                    @Size(min = 2, max = 2, message = "must hold a beginning and an end") List<
                                    @NotNull(message = "must be a number") Double>>
                    ranges) {

        WatchedParts parts() {
            return WatchedParts.union(IntStream.range(0, ranges.size()).mapToObj(this::part));
        }

        private Part part(int i) {
            double from = ranges.get(i).getFirst();
            double to = ranges.get(i).getLast();
            if (!(from >= 0 && from < to)) {
                throw InvalidInput.of("ranges[" + i + "]", "must begin at 0 or later and end after that");
            }
            return new Part(millis(from), millis(to));
        }

        /** The same second always becomes the same millisecond, so that parts that meet go on meeting. */
        private static long millis(double seconds) {
            return Math.round(seconds * MILLIS_PER_SECOND);
        }
    }

    record WatchedBody(int watchedPercent) {}
}
