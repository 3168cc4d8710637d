package io.waypost.query.othersample;

/** What another feature must not reach for. */
public final class OtherFeature {}
