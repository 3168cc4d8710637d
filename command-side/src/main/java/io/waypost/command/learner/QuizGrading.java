package io.waypost.command.learner;

import io.waypost.api.learner.LearnerEvent.QuestionGrade;
import io.waypost.api.module.PostContent.QuizContent;
import io.waypost.api.module.QuizQuestion;
import io.waypost.api.module.QuizQuestion.Option;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How answers to a quiz are graded. A question is right if exactly its right options are chosen, all of them if there are
 * several; not to answer is wrong.
 *
 * @param scorePercent floor(100 * right / questions)
 * @param passed whether that is enough
 * @param grades each question, in the order of the quiz
 */
record QuizGrading(int scorePercent, boolean passed, List<QuestionGrade> grades) {

    private static final int ALL = 100;

    QuizGrading {
        grades = List.copyOf(grades);
    }

    /**
     * Grades answers by the key of a quiz.
     *
     * @param answers the options chosen, by question
     * @throws RequestRejected if the quiz has no such question, or a question no such option
     */
    static QuizGrading of(QuizContent quiz, Map<Long, Set<Long>> answers) {
        refuseUnknown(quiz, answers);
        List<QuestionGrade> grades = quiz.questions().stream()
                .map(question -> new QuestionGrade(
                        question.id(), rightOptions(question).equals(answers.getOrDefault(question.id(), Set.of()))))
                .toList();
        long right = grades.stream().filter(QuestionGrade::correct).count();
        int score = Math.toIntExact(ALL * right / grades.size());
        return new QuizGrading(score, score >= quiz.passPercent(), grades);
    }

    private static void refuseUnknown(QuizContent quiz, Map<Long, Set<Long>> answers) {
        Map<Long, QuizQuestion> questions =
                quiz.questions().stream().collect(Collectors.toMap(QuizQuestion::id, Function.identity()));
        answers.forEach((questionId, chosen) -> {
            QuizQuestion question = questions.get(questionId);
            if (question == null) {
                throw new RequestRejected(ProblemCode.UNKNOWN_ANSWER, "The quiz has no question " + questionId);
            }
            Set<Long> options = question.options().stream().map(Option::id).collect(Collectors.toSet());
            chosen.stream()
                    .filter(option -> !options.contains(option))
                    .findFirst()
                    .ifPresent(option -> {
                        throw new RequestRejected(
                                ProblemCode.UNKNOWN_ANSWER, "Question " + questionId + " has no option " + option);
                    });
        });
    }

    private static Set<Long> rightOptions(QuizQuestion question) {
        return question.options().stream()
                .filter(Option::correct)
                .map(Option::id)
                .collect(Collectors.toSet());
    }
}
