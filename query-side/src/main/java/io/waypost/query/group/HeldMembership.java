package io.waypost.query.group;

import java.time.Instant;

/** A membership as the export of personal data tells it. */
record HeldMembership(long groupId, String name, String role, Instant joinedAt) {}
