package io.waypost.command.othersample;

/** What another feature must not reach for. */
public final class OtherFeature {}
