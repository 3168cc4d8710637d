package io.waypost.command.module;

import io.waypost.api.module.PostContent.QuizContent;
import io.waypost.api.module.QuizQuestion;
import io.waypost.api.module.QuizQuestion.Kind;
import io.waypost.api.module.QuizQuestion.Option;
import java.util.List;
import java.util.stream.IntStream;

/** Reads quizzes: each question must have right answers of the number that goes with its kind. */
final class QuizReader {

    private static final int MAX_QUESTIONS = 100;
    private static final int MIN_OPTIONS = 2;
    private static final int MAX_OPTIONS = 20;
    private static final int QUESTION_LENGTH = 5000;
    private static final int OPTION_LENGTH = 1000;
    private static final List<String> KINDS = List.of("single", "true_false", "multiple");
    private static final int ALL = 100;

    private final Findings findings;

    QuizReader(Findings findings) {
        this.findings = findings;
    }

    QuizContent read(FieldReader quiz) {
        List<FieldReader> questions = quiz.objects("questions", 1, MAX_QUESTIONS);
        List<Long> ids = Numbering.of(questions);
        List<QuizQuestion> read = IntStream.range(0, questions.size())
                .mapToObj(i -> question(questions.get(i), ids.get(i)))
                .toList();
        return new QuizContent(read, Math.toIntExact(quiz.integer("pass_percent", 0, ALL)));
    }

    private QuizQuestion question(FieldReader question, long id) {
        int before = findings.count();
        QuizQuestion read =
                new QuizQuestion(id, question.text("text", QUESTION_LENGTH), kind(question), options(question));
        boolean complete = findings.count() == before && !read.options().isEmpty();
        if (complete) {
            checkAnswers(question, read);
        }
        return read;
    }

    private List<Option> options(FieldReader question) {
        List<FieldReader> options = question.objects("options", MIN_OPTIONS, MAX_OPTIONS);
        List<Long> ids = Numbering.of(options);
        return IntStream.range(0, options.size())
                .mapToObj(i -> new Option(
                        ids.get(i),
                        options.get(i).text("text", OPTION_LENGTH),
                        options.get(i).flag("correct")))
                .toList();
    }

    private static Kind kind(FieldReader question) {
        return switch (question.oneOf("kind", KINDS)) {
            case "true_false" -> Kind.TRUE_FALSE;
            case "multiple" -> Kind.MULTIPLE;
            default -> Kind.SINGLE;
        };
    }

    private static void checkAnswers(FieldReader question, QuizQuestion read) {
        long right = read.options().stream().filter(Option::correct).count();
        if (read.kind() == Kind.TRUE_FALSE && read.options().size() != MIN_OPTIONS) {
            question.wrong("options", "must be two for a question of this kind");
        } else if (read.kind() == Kind.MULTIPLE && right == 0) {
            question.wrong("options", "must hold at least one that is correct");
        } else if (read.kind() != Kind.MULTIPLE && right != 1) {
            question.wrong("options", "must hold exactly one that is correct");
        }
    }
}
