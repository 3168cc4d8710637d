package io.waypost.command.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A date of birth as text: {@code YYYY-MM-DD}, from 1900 on and not in the future, or empty to clear it. */
@Constraint(validatedBy = BirthDate.Check.class)
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface BirthDate {

    String message() default "must be a past date of the form YYYY-MM-DD";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<BirthDate, String> {

        private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

        /** Somewhere on earth it may be tomorrow already. */
        private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null || text.isEmpty()) {
                return true;
            }
            try {
                LocalDate date = LocalDate.parse(text);
                LocalDate today =
                        LocalDate.now(context.getClockProvider().getClock().withZone(EASTERNMOST));
                return !date.isBefore(EARLIEST) && !date.isAfter(today);
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }
}
