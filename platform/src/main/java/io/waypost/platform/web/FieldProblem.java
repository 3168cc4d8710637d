package io.waypost.platform.web;

/**
 * What is wrong with one field of the input.
 *
 * @param field the path of the field in the body, such as {@code content.questions[0].text}, or the name of a parameter
 * @param message what is wrong, without the name of the field in front, such as {@code is required}
 */
public record FieldProblem(String field, String message) {}
