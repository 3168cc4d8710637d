package io.waypost.command.learner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import io.waypost.api.user.SystemRole;
import io.waypost.command.learner.LearnerCommand.SubmitQuizAttempt;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets users answer quizzes. */
@RestController
class QuizAttemptController {

    private final Commands commands;
    private final Clock clock;

    QuizAttemptController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Operation(summary = "Answers a quiz; passing it completes the post")
    @PostMapping("/api/posts/{id}/quiz-attempts")
    @Requires(SystemRole.USER)
    ResponseEntity<AttemptBody> attempt(
            @PathVariable("id") PostId id,
            @Valid @RequestBody Answers answers,
            CurrentUser user,
            CommandRequest request) {
        SubmitQuizAttempt command =
                new SubmitQuizAttempt(LearnerId.of(user.id()), id, answers.chosen(), clock.instant());
        return commands.sendAndFollow(
                        command,
                        GradedAttempt.class,
                        request,
                        GradedAttempt::begunToCount,
                        ProcessingGroups.COMPLETED_COURSE_IS_RECORDED)
                .created("/api/posts/" + id.value(), AttemptBody::of);
    }

    @Schema(name = "QuizAnswers")
    record Answers(
            @NotNull(message = "is required")
            Map<Long, @NotNull(message = "must be an array") List<@NotNull(message = "must be a number") Long>>
                    answers) {

        Map<Long, Set<Long>> chosen() {
            Map<Long, Set<Long>> chosen = new HashMap<>();
            answers.forEach((question, options) -> chosen.put(question, Set.copyOf(options)));
            return Map.copyOf(chosen);
        }
    }

    @Schema(name = "QuizAttempt")
    record AttemptBody(int attempt, int scorePercent, boolean passed, Map<Long, Boolean> correct) {

        static AttemptBody of(GradedAttempt graded) {
            Map<Long, Boolean> correct = new LinkedHashMap<>();
            graded.grading().grades().forEach(grade -> correct.put(grade.questionId(), grade.correct()));
            return new AttemptBody(
                    graded.attempt(),
                    graded.grading().scorePercent(),
                    graded.grading().passed(),
                    correct);
        }
    }
}
