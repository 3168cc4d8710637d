package io.waypost.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code keeps to the rules, and each rule is able to fail: the sample packages break them all. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.waypost");

    private static final JavaClasses OFFENDERS = new ClassFileImporter()
            .importPackages(
                    "io.waypost.api.sample",
                    "io.waypost.command.sample",
                    "io.waypost.command.othersample",
                    "io.waypost.command.unmarked",
                    "io.waypost.query.sample",
                    "io.waypost.query.othersample");

    static List<ArchRule> rules() {
        return Rules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theCodeKeepsTo(ArchRule rule) {
        rule.check(CODE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theSamplesBreak(ArchRule rule) {
        assertThat(rule.evaluate(OFFENDERS).hasViolation()).isTrue();
    }
}
