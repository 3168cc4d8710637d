package io.waypost.command.platform;

import java.util.Arrays;
import java.util.Optional;

/** Finds the {@link Subject} of a command. */
final class Subjects {

    private Subjects() {}

    static String of(Object command) {
        return Arrays.stream(command.getClass().getInterfaces())
                .map(family -> Optional.ofNullable(family.getAnnotation(Subject.class)))
                .flatMap(Optional::stream)
                .map(Subject::value)
                .findFirst()
                .orElse("It");
    }
}
