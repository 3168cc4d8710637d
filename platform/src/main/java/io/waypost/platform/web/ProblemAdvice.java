package io.waypost.platform.web;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.platform.database.DatabaseOutage;
import io.waypost.platform.web.BodyLimit.BodyTooLarge;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure of a request into a problem document that says nothing about the inside of the service. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> rejected(RequestRejected rejected) {
        return Problems.answer(Problems.of(rejected.code(), rejected.detail()));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidInput invalid) {
        return Problems.answer(Problems.invalidInput(invalid.errors()));
    }

    @ExceptionHandler
    ResponseEntity<Object> wrongParameterType(MethodArgumentTypeMismatchException mismatch) {
        FieldProblem problem = new FieldProblem(mismatch.getName(), "must be a number");
        return Problems.answer(Problems.invalidInput(List.of(problem)));
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception failure, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            // A problem document would look like the end of what has begun. The container breaks the connection off
            // instead, so that the client sees that something is missing.
            throw failure;
        }
        if (DatabaseOutage.caused(failure)) {
            LOG.info("Refused a request because the database is away: {}", failure.toString());
            return Problems.answer(Problems.of(
                    ProblemCode.UNAVAILABLE, "The service cannot reach its database. Please try again soon."));
        }
        LOG.error("A request failed", failure);
        return Problems.answer(Problems.of(ProblemCode.INTERNAL_ERROR, "Something went wrong on our side."));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return Problems.answer(Problems.invalidInput(InputErrors.of(invalid.getBindingResult())));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return Problems.answer(Problems.invalidInput(InputErrors.of(invalid)));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (BodyTooLarge.caused(unreadable)) {
            ProblemCode code = ProblemCode.CONTENT_TOO_LARGE;
            return Problems.answer(Problems.of(code, ProblemCodes.sentence(code)));
        }
        return Problems.answer(Problems.invalidInput(InputErrors.of(unreadable)));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemCode code = ProblemCodes.ofStatus(status.value());
        ResponseEntity<Object> answer = Problems.answer(Problems.of(code, ProblemCodes.sentence(code)));
        HttpHeaders merged = new HttpHeaders();
        merged.putAll(headers);
        merged.putAll(answer.getHeaders());
        return new ResponseEntity<>(answer.getBody(), merged, answer.getStatusCode());
    }
}
