package io.waypost.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.waypost.platform.security.Public;
import io.waypost.platform.security.Requires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The architecture of Waypost as rules. */
final class Rules {

    static final ArchRule COMMANDS_DO_NOT_KNOW_QUERIES = noClasses()
            .that()
            .resideInAPackage("io.waypost.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.waypost.query..");

    static final ArchRule QUERIES_DO_NOT_KNOW_COMMANDS = noClasses()
            .that()
            .resideInAPackage("io.waypost.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.waypost.command..");

    static final ArchRule COMMAND_FEATURES_MEET_ONLY_IN_THE_API = slices().matching("io.waypost.command.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("io.waypost.command.platform.."));

    static final ArchRule QUERY_FEATURES_MEET_ONLY_IN_THE_API = slices().matching("io.waypost.query.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("io.waypost.query.platform.."));

    static final ArchRule THE_API_IS_PLAIN = noClasses()
            .that()
            .resideInAPackage("io.waypost.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.persistence..", "io.waypost.platform..");

    static final ArchRule AGGREGATES_READ_NO_CLOCK_AND_MAKE_NO_CHANCE = noClasses()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields().should().beAnnotatedWith(Autowired.class);

    static final ArchRule THERE_IS_NO_STATIC_STATE =
            fields().that().areStatic().should().beFinal();

    static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .and()
            .areAnnotatedWith(GetMapping.class)
            .or()
            .areAnnotatedWith(PostMapping.class)
            .or()
            .areAnnotatedWith(PutMapping.class)
            .or()
            .areAnnotatedWith(PatchMapping.class)
            .or()
            .areAnnotatedWith(DeleteMapping.class)
            .should(beAnnotatedWith(Requires.class).or(beAnnotatedWith(Public.class)));

    static final ArchRule NOTHING_IS_NULL_UNLESS_IT_SAYS_SO = classes().should(resideInANullMarkedPackage());

    static final List<ArchRule> ALL = List.of(
            COMMANDS_DO_NOT_KNOW_QUERIES,
            QUERIES_DO_NOT_KNOW_COMMANDS,
            COMMAND_FEATURES_MEET_ONLY_IN_THE_API,
            QUERY_FEATURES_MEET_ONLY_IN_THE_API,
            THE_API_IS_PLAIN,
            AGGREGATES_READ_NO_CLOCK_AND_MAKE_NO_CHANCE,
            NOTHING_IS_INJECTED_INTO_FIELDS,
            THERE_IS_NO_STATIC_STATE,
            EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT,
            NOTHING_IS_NULL_UNLESS_IT_SAYS_SO);

    private Rules() {}

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked, item.getName() + " is in " + item.getPackageName()));
            }
        };
    }
}
