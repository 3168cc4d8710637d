package io.waypost.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waypost.platform.web.FieldProblem;
import io.waypost.platform.web.InvalidInput;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.jackson.nullable.JsonNullable;

/** What a request that makes a user, or changes a profile, may look like. */
class RequestFormsTest {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void takesAWellFormedUser() {
        NewUser user = user("ada", "ada@example.org", "long enough", "Ada", "2024-02-29", "https://example.org/a.png");

        InvalidInput.check(validator.validate(user));

        assertThat(user.profile().childDob()).contains(LocalDate.of(2024, 2, 29));
        assertThat(user.profile().lastName()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example, must be an e-mail address",
        "ada, must be an e-mail address",
        "'', must be an e-mail address",
        "a b@example.org, must be an e-mail address",
        "ada@example.org., must be an e-mail address",
        "@example.org, must be an e-mail address"
    })
    void rejectsWhatIsNoAddress(String email, String message) {
        assertRejected(user("ada", email, "long enough", "Ada", "", ""), "email", message);
    }

    @Test
    void rejectsAShortPasswordButLeavesABlankOneToTheRules() {
        assertRejected(
                user("ada", "ada@example.org", "1234567", "", "", ""), "password", "must have at least 8 characters");
        InvalidInput.check(validator.validate(user("ada", "ada@example.org", "   ", "", "", "")));
        InvalidInput.check(validator.validate(user("ada", "ada@example.org", "", "", "", "")));
        InvalidInput.check(validator.validate(user("ada", "ada@example.org", "line\nbreak", "", "", "")));
    }

    @Test
    void rejectsWhatIsTooLong() {
        assertRejected(
                user("a".repeat(51), "ada@example.org", "long enough", "", "", ""),
                "username",
                "must not be longer than 50 characters");
        assertRejected(
                user("ada", "ada@example.org", "p".repeat(129), "", "", ""),
                "password",
                "must not be longer than 128 characters");
        assertRejected(
                user("ada", "ada@example.org", "long enough", "A".repeat(101), "", ""),
                "first_name",
                "must not be longer than 100 characters");
    }

    @Test
    void rejectsWhatIsMissing() {
        assertRejected(user(null, "ada@example.org", "long enough", "", "", ""), "username", "is required");
        assertRejected(user("ada", null, "long enough", "", "", ""), "email", "is required");
        assertRejected(user("ada", "ada@example.org", null, "", "", ""), "password", "is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"29.02.2024", "2023-02-29", "1899-12-31", "9999-01-01", "yesterday", "2024-02-29T00:00"})
    void rejectsWhatIsNoBirthDate(String date) {
        assertRejected(
                user("ada", "ada@example.org", "long enough", "", date, ""),
                "child_dob",
                "must be a past date of the form YYYY-MM-DD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/a.png", "ftp://example.org/a.png", "https://"})
    void rejectsWhatIsNoWebAddress(String url) {
        assertRejected(
                user("ada", "ada@example.org", "long enough", "", "", url),
                "avatar_url",
                "must be an http or https address");
    }

    @Test
    void tellsAbsentFromCleared() {
        ProfileChange change = new ProfileFields(
                        JsonNullable.of("Ada"),
                        JsonNullable.undefined(),
                        JsonNullable.of(""),
                        JsonNullable.of(null),
                        JsonNullable.of(""),
                        JsonNullable.undefined())
                .change();

        assertThat(change.firstName()).contains(Optional.of("Ada"));
        assertThat(change.lastName()).isEmpty();
        assertThat(change.childName()).contains(Optional.empty());
        assertThat(change.childSexAssignedAtBirth()).contains(Optional.empty());
        assertThat(change.childDob()).contains(Optional.empty());
        assertThat(change.avatarUrl()).isEmpty();
    }

    @Test
    void showsNothingPersonalInLogs() {
        assertThat(user("ada", "ada@example.org", "long enough", "Ada", "2024-02-29", "")
                        .toString())
                .isEqualTo("NewUser[]");
    }

    private void assertRejected(NewUser user, String field, String message) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> InvalidInput.check(validator.validate(user)))
                .satisfies(invalid -> assertThat(invalid.errors()).contains(new FieldProblem(field, message)));
    }

    @SuppressWarnings("NullAway") // requests may lack what the record calls for
    private static NewUser user(
            @Nullable String username,
            @Nullable String email,
            @Nullable String password,
            String firstName,
            String childDob,
            String avatarUrl) {
        return new NewUser(
                username,
                email,
                password,
                null,
                JsonNullable.of(firstName),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.of(childDob),
                JsonNullable.of(avatarUrl));
    }
}
