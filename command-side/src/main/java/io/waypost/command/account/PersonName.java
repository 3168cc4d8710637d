package io.waypost.command.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A short text about a person, such as a first name: 100 characters at most. */
@Size(max = 100, message = "must not be longer than 100 characters")
@Constraint(validatedBy = {})
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface PersonName {

    String message() default "is no name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
