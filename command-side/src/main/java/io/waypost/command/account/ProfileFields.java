package io.waypost.command.account;

import io.waypost.command.platform.Fields;
import java.time.LocalDate;
import java.util.Optional;
import org.openapitools.jackson.nullable.JsonNullable;

/** The parts of a profile in the body of a request; what is absent stays as it is. */
record ProfileFields(
        JsonNullable<@PersonName String> firstName,
        JsonNullable<@PersonName String> lastName,
        JsonNullable<@PersonName String> childName,
        JsonNullable<@PersonName String> childSexAssignedAtBirth,
        JsonNullable<@BirthDate String> childDob,
        JsonNullable<@PictureAddress String> avatarUrl) {

    ProfileChange change() {
        return new ProfileChange(
                Fields.changedOptionalText(firstName),
                Fields.changedOptionalText(lastName),
                Fields.changedOptionalText(childName),
                Fields.changedOptionalText(childSexAssignedAtBirth),
                changedDate(Fields.changedOptionalText(childDob)),
                Fields.changedOptionalText(avatarUrl));
    }

    private static Optional<Optional<LocalDate>> changedDate(Optional<Optional<String>> field) {
        return field.isPresent() ? Optional.of(field.get().map(LocalDate::parse)) : Optional.empty();
    }

    /** Without what is personal, so that no log line ever shows it. */
    @Override
    public String toString() {
        return "ProfileFields[]";
    }
}
