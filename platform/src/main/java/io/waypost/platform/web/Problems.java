package io.waypost.platform.web;

import io.waypost.api.problem.ProblemCode;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Builds problem documents (RFC 9457) as every refusal of Waypost has them. */
public final class Problems {

    /** How long a client should wait before it tries again when the database is away, in seconds. */
    public static final String RETRY_AFTER_SECONDS = "2";

    private Problems() {}

    /** A problem with its code and a plain sentence. */
    public static ProblemDetail of(ProblemCode code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(code.status());
        problem.setTitle(code.title());
        problem.setDetail(detail);
        problem.setProperty("code", code.code());
        return problem;
    }

    /** Malformed input, with what is wrong field by field. */
    public static ProblemDetail invalidInput(List<FieldProblem> errors) {
        String detail = errors.isEmpty()
                ? "The request body is missing or cannot be read"
                : errors.getFirst().field() + " " + errors.getFirst().message();
        ProblemDetail problem = of(ProblemCode.INVALID_INPUT, detail);
        problem.setProperty("errors", errors);
        return problem;
    }

    /** The problem as a whole answer. */
    public static ResponseEntity<Object> answer(ProblemDetail problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == ProblemCode.UNAVAILABLE.status()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (problem.getStatus() == ProblemCode.UNAUTHENTICATED.status()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(problem);
    }
}
