package io.waypost.platform.web;

import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Reads what is wrong with the input out of the exceptions of Spring and Jackson, in the names that clients use. */
final class InputErrors {

    private InputErrors() {}

    static List<FieldProblem> of(Errors errors) {
        return errors.getFieldErrors().stream().map(InputErrors::problem).toList();
    }

    static List<FieldProblem> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                error instanceof FieldError field
                                        ? snakeCase(field.getField())
                                        : snakeCase(parameterName(
                                                result.getMethodParameter().getParameterName())),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
    }

    static List<FieldProblem> of(HttpMessageNotReadableException unreadable) {
        return Optional.ofNullable(unreadable.getCause())
                .filter(JacksonException.class::isInstance)
                .map(JacksonException.class::cast)
                .filter(cause -> !cause.getPath().isEmpty())
                .map(cause -> List.of(new FieldProblem(path(cause), message(cause))))
                .orElseGet(() -> List.of(new FieldProblem("body", "is missing or is not readable JSON")));
    }

    static FieldProblem problem(ConstraintViolation<?> violation) {
        String field = violation.getPropertyPath().iterator().next().getName();
        return new FieldProblem(snakeCase(String.valueOf(field)), violation.getMessage());
    }

    private static FieldProblem problem(FieldError error) {
        String message = error.isBindingFailure() ? "has the wrong type" : String.valueOf(error.getDefaultMessage());
        return new FieldProblem(snakeCase(error.getField()), message);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String parameterName(@Nullable String name) {
        return name == null ? "parameter" : name;
    }

    private static String path(JacksonException cause) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : cause.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String message(JacksonException cause) {
        if (cause instanceof InvalidText) {
            return InvalidText.MESSAGE;
        }
        if (cause instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return "is not one of the allowed values";
        }
        return cause instanceof MismatchedInputException ? "has the wrong type or is out of range" : "cannot be read";
    }
}
