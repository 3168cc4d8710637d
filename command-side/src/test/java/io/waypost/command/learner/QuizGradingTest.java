package io.waypost.command.learner;

import static io.waypost.command.learner.LearnersPosts.ALL_RIGHT;
import static io.waypost.command.learner.LearnersPosts.ONE_RIGHT;
import static io.waypost.command.learner.LearnersPosts.THREE_QUESTIONS;
import static io.waypost.command.learner.LearnersPosts.TWO_RIGHT;
import static io.waypost.command.learner.LearnersPosts.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waypost.api.learner.LearnerEvent.QuestionGrade;
import io.waypost.api.module.PostContent.QuizContent;
import io.waypost.api.module.QuizQuestion.Kind;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuizGradingTest {

    private static final Set<Long> NOTHING = Set.of();

    @Test
    void gradesEachQuestionInTheOrderOfTheQuiz() {
        assertThat(QuizGrading.of(THREE_QUESTIONS, ALL_RIGHT))
                .isEqualTo(new QuizGrading(100, true, grades(true, true, true)));
        assertThat(QuizGrading.of(THREE_QUESTIONS, TWO_RIGHT))
                .isEqualTo(new QuizGrading(66, true, grades(true, true, false)));
        assertThat(QuizGrading.of(THREE_QUESTIONS, ONE_RIGHT))
                .isEqualTo(new QuizGrading(33, false, grades(true, false, false)));
        assertThat(QuizGrading.of(THREE_QUESTIONS, Map.of()))
                .isEqualTo(new QuizGrading(0, false, grades(false, false, false)));
    }

    @Test
    void singleChoiceIsExactlyTheRightOption() {
        assertThat(correct(Kind.SINGLE, Set.of(2L), Set.of(2L))).isTrue();
        assertThat(correct(Kind.SINGLE, Set.of(2L), Set.of(1L))).isFalse();
        assertThat(correct(Kind.SINGLE, Set.of(2L), Set.of(1L, 2L))).isFalse();
        assertThat(correct(Kind.SINGLE, Set.of(2L), NOTHING)).isFalse();
    }

    @Test
    void trueOrFalseIsExactlyTheRightOption() {
        assertThat(correct(Kind.TRUE_FALSE, Set.of(1L), Set.of(1L))).isTrue();
        assertThat(correct(Kind.TRUE_FALSE, Set.of(1L), Set.of(2L))).isFalse();
        assertThat(correct(Kind.TRUE_FALSE, Set.of(1L), Set.of(1L, 2L))).isFalse();
    }

    @Test
    void multipleChoiceIsAllOrNothing() {
        assertThat(correct(Kind.MULTIPLE, Set.of(1L, 3L), Set.of(3L, 1L))).isTrue();
        assertThat(correct(Kind.MULTIPLE, Set.of(1L, 3L), Set.of(1L))).isFalse();
        assertThat(correct(Kind.MULTIPLE, Set.of(1L, 3L), Set.of(1L, 2L, 3L))).isFalse();
        assertThat(correct(Kind.MULTIPLE, Set.of(1L, 3L), NOTHING)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 33",
        "3, 2, 66",
        "3, 3, 100",
        "7, 1, 14",
        "7, 6, 85",
        "100, 99, 99",
        "100, 0, 0",
        "6, 5, 83",
        "1, 1, 100"
    })
    void scoreIsRoundedDown(int questions, int right, int score) {
        assertThat(graded(questions, right, 50).scorePercent()).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"66, true", "67, false", "0, true", "100, false"})
    void passesFromThePassMarkOn(int passPercent, boolean passed) {
        assertThat(graded(3, 2, passPercent).passed()).isEqualTo(passed);
    }

    @Test
    void rejectsQuestionThatTheQuizDoesNotHave() {
        assertThatExceptionOfType(RequestRejected.class)
                .isThrownBy(() -> QuizGrading.of(THREE_QUESTIONS, Map.of(9L, NOTHING)))
                .withMessage("The quiz has no question 9")
                .extracting(RequestRejected::code)
                .isEqualTo(ProblemCode.UNKNOWN_ANSWER);
    }

    @Test
    void rejectsOptionThatTheQuestionDoesNotHave() {
        assertThatExceptionOfType(RequestRejected.class)
                .isThrownBy(() -> QuizGrading.of(THREE_QUESTIONS, Map.of(2L, Set.of(3L))))
                .withMessage("Question 2 has no option 3")
                .extracting(RequestRejected::code)
                .isEqualTo(ProblemCode.UNKNOWN_ANSWER);
    }

    private static boolean correct(Kind kind, Set<Long> right, Set<Long> chosen) {
        long[] options = kind == Kind.TRUE_FALSE ? new long[] {1, 2} : new long[] {1, 2, 3};
        QuizContent quiz = new QuizContent(List.of(question(1, kind, right, options)), 100);
        return QuizGrading.of(quiz, Map.of(1L, chosen)).passed();
    }

    private static QuizGrading graded(int questions, int right, int passPercent) {
        QuizContent quiz = new QuizContent(
                LongStream.rangeClosed(1, questions)
                        .mapToObj(id -> question(id, Kind.SINGLE, Set.of(1L), 1, 2))
                        .toList(),
                passPercent);
        Map<Long, Set<Long>> answers =
                LongStream.rangeClosed(1, right).boxed().collect(Collectors.toMap(id -> id, id -> Set.of(1L)));
        return QuizGrading.of(quiz, answers);
    }

    private static List<QuestionGrade> grades(boolean first, boolean second, boolean third) {
        return List.of(new QuestionGrade(1, first), new QuestionGrade(2, second), new QuestionGrade(3, third));
    }
}
