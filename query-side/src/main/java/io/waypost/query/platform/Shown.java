package io.waypost.query.platform;

/**
 * What one statement found.
 *
 * @param body what is answered
 * @param asOf the position of the last event that it reflects, with all before it
 * @param <T> the kind of answer
 */
public record Shown<T>(T body, long asOf) {}
