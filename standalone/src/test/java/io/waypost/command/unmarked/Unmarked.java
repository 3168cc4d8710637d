package io.waypost.command.unmarked;

/** Its package does not say that nothing is null. */
public final class Unmarked {}
