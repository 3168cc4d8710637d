package io.waypost.command.account;

import io.waypost.api.user.ProfileField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a user tells about themselves and their child: personal data.
 *
 * @param childSexAssignedAtBirth in the words of the client
 */
record Profile(
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> childName,
        Optional<String> childSexAssignedAtBirth,
        Optional<LocalDate> childDob,
        Optional<String> avatarUrl) {

    /** A profile that tells nothing. */
    static final Profile EMPTY = new Profile(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The parts in which this profile differs from another, in the order of {@link ProfileField}. */
    List<ProfileField> differencesFrom(Profile other) {
        List<ProfileField> different = new ArrayList<>();
        for (ProfileField field : ProfileField.values()) {
            if (!part(field).equals(other.part(field))) {
                different.add(field);
            }
        }
        return List.copyOf(different);
    }

    private Optional<?> part(ProfileField field) {
        return switch (field) {
            case FIRST_NAME -> firstName;
            case LAST_NAME -> lastName;
            case CHILD_NAME -> childName;
            case CHILD_SEX_ASSIGNED_AT_BIRTH -> childSexAssignedAtBirth;
            case CHILD_DOB -> childDob;
            case AVATAR_URL -> avatarUrl;
        };
    }

    /** Without what is personal, so that no log line ever shows it. */
    @Override
    public String toString() {
        return "Profile[]";
    }
}
