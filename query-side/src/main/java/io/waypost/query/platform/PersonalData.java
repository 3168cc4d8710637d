package io.waypost.query.platform;

import io.waypost.api.user.UserId;

/** A part of everything that is held about a person. Each feature that holds something brings its part. */
public interface PersonalData {

    /** The name of the part in the export, in snake_case. */
    String section();

    /** What is held about the user: something that is written as JSON. */
    Object of(UserId user);
}
