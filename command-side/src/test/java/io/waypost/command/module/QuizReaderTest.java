package io.waypost.command.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.waypost.api.module.PostContent.QuizContent;
import io.waypost.api.module.PostType;
import io.waypost.api.module.QuizQuestion;
import io.waypost.api.module.QuizQuestion.Kind;
import io.waypost.api.module.QuizQuestion.Option;
import io.waypost.platform.web.FieldProblem;
import io.waypost.platform.web.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class QuizReaderTest {

    private static final JsonMapper MAPPER = RequestJson.mapper();
    private static final String YES = "{'text': 'Yes', 'correct': true}";
    private static final String NO = "{'text': 'No', 'correct': false}";

    private final ContentReader reader = new ContentReader(MAPPER);

    @Test
    void readsQuiz() {
        String question = "{'id': 3, 'text': ' Asleep? ', 'kind': 'true_false', 'options':"
                + " [{'id': 1, 'text': 'True', 'correct': true}, {'id': 2, 'text': 'False', 'correct': false}]}";

        assertThat(read(quiz(question, 80)))
                .isEqualTo(new QuizContent(
                        List.of(new QuizQuestion(
                                3,
                                "Asleep?",
                                Kind.TRUE_FALSE,
                                List.of(new Option(1, "True", true), new Option(2, "False", false)))),
                        80));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            single     | true false      |
            single     | true false false |
            single     | false false     | must hold exactly one that is correct
            single     | true true       | must hold exactly one that is correct
            true_false | false true      |
            true_false | false false     | must hold exactly one that is correct
            true_false | true true       | must hold exactly one that is correct
            true_false | true false false | must be two for a question of this kind
            multiple   | true false      |
            multiple   | true true       |
            multiple   | false false     | must hold at least one that is correct
            single     | true            | must hold 2 to 20 elements
            multiple   | true            | must hold 2 to 20 elements""")
    void asksForRightAnswersOfTheKind(String kind, String correct, @Nullable String message) {
        String options = List.of(correct.split(" ", -1)).stream()
                .map(c -> "{'text': 'a', 'correct': " + c + "}")
                .collect(Collectors.joining(","));
        String question = "{'text': 'b', 'kind': '" + kind + "', 'options': [" + options + "]}";

        assertThat(problems(quiz(question, 80)))
                .isEqualTo(Stream.ofNullable(message)
                        .map(m -> new FieldProblem("content.questions[0].options", m))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'kind': 'single', 'options': [YES, NO]}                 | .text    | is required
            {'text': 5, 'kind': 'single', 'options': [YES, NO]}      | .text    | must be a text
            {'text': 'a', 'options': [YES, NO]}                      | .kind    | is required
            {'text': 'a', 'kind': 'open', 'options': [YES, NO]}      | .kind    | must be one of single, true_false, multiple
            {'text': 'a', 'kind': 'SINGLE', 'options': [YES, NO]}    | .kind    | must be one of single, true_false, multiple
            {'text': 'a', 'kind': 0, 'options': [YES, NO]}           | .kind    | must be one of single, true_false, multiple
            {'text': 'a', 'kind': 'single'}                          | .options | is required
            {'text': 'a', 'kind': 'single', 'options': null}         | .options | is required
            {'text': 'a', 'kind': 'single', 'options': {}}           | .options | must be an array
            {'text': 'a', 'kind': 'single', 'options': []}           | .options | must hold 2 to 20 elements
            {'text': 'a', 'kind': 'single', 'options': [YES, 5]}     | .options[1] | must be an object
            {'text': 'a', 'kind': 'single', 'options': [YES, null]}  | .options[1] | must be an object
            {'text': 'a', 'kind': 'single', 'options': [YES, {'correct': false}]}            | .options[1].text    | is required
            {'text': 'a', 'kind': 'single', 'options': [YES, {'text': 'b'}]}                 | .options[1].correct | is required
            {'text': 'a', 'kind': 'single', 'options': [YES, {'text': 'b', 'correct': 0}]}   | .options[1].correct | must be true or false
            {'text': 'a', 'kind': 'single', 'options': [YES, {'text': 'b', 'correct': 'no'}]} | .options[1].correct | must be true or false
            {'id': 0, 'text': 'a', 'kind': 'single', 'options': [YES, NO]}    | .id | must be between 1 and 9007199254739991
            {'id': -1, 'text': 'a', 'kind': 'single', 'options': [YES, NO]}   | .id | must be between 1 and 9007199254739991
            {'id': '1', 'text': 'a', 'kind': 'single', 'options': [YES, NO]}  | .id | must be a whole number
            {'id': 1.5, 'text': 'a', 'kind': 'single', 'options': [YES, NO]}  | .id | must be a whole number""")
    void rejectsQuestion(String question, String field, String message) {
        assertThat(problems(quiz(question.replace("YES", YES).replace("NO", NO), 80)))
                .containsExactly(new FieldProblem("content.questions[0]" + field, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'pass_percent': 80}                          | content.questions    | is required
            {'questions': [], 'pass_percent': 80}         | content.questions    | must hold 1 to 100 elements
            {'questions': {}, 'pass_percent': 80}         | content.questions    | must be an array
            {'questions': [5], 'pass_percent': 80}        | content.questions[0] | must be an object
            {'questions': [GOOD]}                         | content.pass_percent | is required
            {'questions': [GOOD], 'pass_percent': -1}     | content.pass_percent | must be between 0 and 100
            {'questions': [GOOD], 'pass_percent': 101}    | content.pass_percent | must be between 0 and 100
            {'questions': [GOOD], 'pass_percent': '80'}   | content.pass_percent | must be a whole number
            {'questions': [GOOD], 'pass_percent': 0.5}    | content.pass_percent | must be a whole number""")
    void rejectsQuiz(String quiz, String field, String message) {
        assertThat(problems(quiz.replace("GOOD", question("")))).containsExactly(new FieldProblem(field, message));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void acceptsAnyPassMarkInPercent(int percent) {
        assertThat(read(quiz(question(""), percent)).passPercent()).isEqualTo(percent);
    }

    @Test
    void numbersQuestionsAndOptionsFromOne() {
        QuizContent quiz = read(quiz(question("") + "," + question(""), 80));

        assertThat(quiz.questions()).extracting(QuizQuestion::id).containsExactly(1L, 2L);
        assertThat(quiz.questions().getLast().options()).extracting(Option::id).containsExactly(1L, 2L);
    }

    @Test
    void numbersBehindTheLargestId() {
        QuizContent quiz = read(quiz(
                question("") + "," + question("'id': 7,") + "," + question("'id': null,") + "," + question("'id': 2,"),
                80));

        assertThat(quiz.questions()).extracting(QuizQuestion::id).containsExactly(8L, 7L, 9L, 2L);
    }

    @Test
    void numbersBehindTheLargestIdThereIs() {
        QuizContent quiz = read(quiz(question("'id': 9007199254739991,") + "," + question(""), 80));

        assertThat(quiz.questions()).extracting(QuizQuestion::id).containsExactly(9007199254739991L, 9007199254739992L);
    }

    @Test
    void rejectsIdThatIsThereTwice() {
        assertThat(problems(quiz(question("'id': 7,") + "," + question("'id': 7,"), 80)))
                .containsExactly(new FieldProblem("content.questions[1].id", "is there twice"));
    }

    @Test
    void rejectsOptionIdThatIsThereTwice() {
        String options = "{'id': 4, 'text': 'a', 'correct': true}, {'id': 4, 'text': 'b', 'correct': false}";

        assertThat(problems(quiz("{'text': 'c', 'kind': 'single', 'options': [" + options + "]}", 80)))
                .containsExactly(new FieldProblem("content.questions[0].options[1].id", "is there twice"));
    }

    @Test
    void takesAHundredQuestionsAndNoMore() {
        assertThat(problems(quiz(repeated(question(""), 100), 80))).isEmpty();
        assertThat(problems(quiz(repeated(question(""), 101), 80)))
                .containsExactly(new FieldProblem("content.questions", "must hold 1 to 100 elements"));
    }

    @Test
    void takesTwentyOptionsAndNoMore() {
        String start = "{'text': 'a', 'kind': 'multiple', 'options': [";
        assertThat(problems(quiz(start + repeated(YES, 20) + "]}", 80))).isEmpty();
        assertThat(problems(quiz(start + repeated(YES, 21) + "]}", 80)))
                .containsExactly(new FieldProblem("content.questions[0].options", "must hold 2 to 20 elements"));
    }

    @Test
    void keepsTextsToTheirLength() {
        String option = "{'text': '" + "a".repeat(1001) + "', 'correct': false}";
        String question =
                "{'text': '" + "a".repeat(5001) + "', 'kind': 'single', 'options': [" + YES + "," + option + "]}";

        assertThat(problems(quiz(question, 80)))
                .containsExactly(
                        new FieldProblem("content.questions[0].text", "must not be longer than 5000 characters"),
                        new FieldProblem(
                                "content.questions[0].options[1].text", "must not be longer than 1000 characters"));
    }

    private QuizContent read(String content) {
        return (QuizContent) reader.read(PostType.QUIZ, MAPPER.readTree(content.replace('\'', '"')));
    }

    private List<FieldProblem> problems(String content) {
        return Optional.ofNullable(catchThrowableOfType(InvalidInput.class, () -> read(content)))
                .map(InvalidInput::errors)
                .orElse(List.of());
    }

    private static String quiz(String questions, int passPercent) {
        return "{'questions': [" + questions + "], 'pass_percent': " + passPercent + "}";
    }

    private static String question(String id) {
        return "{" + id + "'text': 'Asleep?', 'kind': 'single', 'options': [" + YES + "," + NO + "]}";
    }

    private static String repeated(String element, int times) {
        return IntStream.range(0, times).mapToObj(i -> element).collect(Collectors.joining(","));
    }
}
