package io.waypost.command.account;

import java.time.LocalDate;
import java.util.Optional;

/** What a request changes in a profile: an absent part stays, one with an inner empty value is cleared. */
record ProfileChange(
        Optional<Optional<String>> firstName,
        Optional<Optional<String>> lastName,
        Optional<Optional<String>> childName,
        Optional<Optional<String>> childSexAssignedAtBirth,
        Optional<Optional<LocalDate>> childDob,
        Optional<Optional<String>> avatarUrl) {

    /** The profile after the change. */
    Profile appliedTo(Profile profile) {
        return new Profile(
                firstName.orElse(profile.firstName()),
                lastName.orElse(profile.lastName()),
                childName.orElse(profile.childName()),
                childSexAssignedAtBirth.orElse(profile.childSexAssignedAtBirth()),
                childDob.orElse(profile.childDob()),
                avatarUrl.orElse(profile.avatarUrl()));
    }

    /** Without what is personal, so that no log line ever shows it. */
    @Override
    public String toString() {
        return "ProfileChange[]";
    }
}
