package io.waypost.command.account;

import io.waypost.platform.web.Untrimmed;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The body of a request that makes a user. */
record NewUser(
        @NotNull(message = "is required") @Size(max = 50, message = "must not be longer than 50 characters")
        String username,

        @NotNull(message = "is required")
        @Size(max = 254, message = "must not be longer than 254 characters")
        @Email(message = "must be an e-mail address")
        @Pattern(regexp = "[^@]+@[^@]+\\.[^@.]+", message = "must be an e-mail address")
        String email,

        @NotNull(message = "is required")
        @Size(max = 128, message = "must not be longer than 128 characters")
        @Pattern(regexp = "(?s)\\s*|.{8,}", message = "must have at least 8 characters")
        @JsonDeserialize(using = Untrimmed.class)
        String password,

        @Nullable RequestedRole role,
        JsonNullable<@PersonName String> firstName,
        JsonNullable<@PersonName String> lastName,
        JsonNullable<@PersonName String> childName,
        JsonNullable<@PersonName String> childSexAssignedAtBirth,
        JsonNullable<@BirthDate String> childDob,
        JsonNullable<@PictureAddress String> avatarUrl) {

    Profile profile() {
        return new ProfileFields(firstName, lastName, childName, childSexAssignedAtBirth, childDob, avatarUrl)
                .change()
                .appliedTo(Profile.EMPTY);
    }

    /** Without what is secret or personal, so that no log line ever shows it. */
    @Override
    public String toString() {
        return "NewUser[]";
    }
}
