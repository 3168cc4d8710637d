package io.waypost.command.course;

import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.waypost.api.course.CourseEvent.CourseCreated;
import io.waypost.api.course.CourseEvent.ModuleAddedToCourse;
import io.waypost.api.course.CourseId;
import io.waypost.api.module.ModuleId;
import io.waypost.api.problem.RequestRejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** A course as it is before a command. */
final class CourseFixture {

    static final CourseId COURSE = new CourseId(42);
    static final ModuleId SLEEP = new ModuleId(7);
    static final ModuleId FEEDING = new ModuleId(8);
    static final ModuleId PLAY = new ModuleId(9);
    static final ModuleId UNKNOWN = new ModuleId(404);
    static final String TITLE = "The first year";
    static final Optional<String> DESCRIPTION = Optional.of("From birth to the first birthday");
    static final Instant BEFORE = Instant.parse("2026-03-01T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private CourseFixture() {}

    /** A version that a course of these tests never has. */
    static Map<String, Object> expectingAnotherVersion() {
        return Map.of("expected_version", 99L);
    }

    static Map<String, Object> expectingVersion(long version) {
        return Map.of("expected_version", version);
    }

    static TestExecutor<Course> givenNoCourse() {
        return given();
    }

    /** A course that shows these modules; its version is their number. */
    static TestExecutor<Course> givenCourseWith(ModuleId... modules) {
        List<Object> events = new ArrayList<>();
        events.add(new CourseCreated(COURSE, TITLE, DESCRIPTION));
        for (int i = 0; i < modules.length; i++) {
            events.add(new ModuleAddedToCourse(
                    COURSE, modules[i], i, List.of(modules).subList(0, i + 1)));
        }
        return given(events.toArray());
    }

    static TestExecutor<Course> given(Object... events) {
        AggregateTestFixture<Course> fixture = new AggregateTestFixture<>(Course.class);
        fixture.registerInjectableResource(knowing(SLEEP, FEEDING, PLAY));
        return fixture.givenCurrentTime(BEFORE).andGiven(events).andGivenCurrentTime(NOW);
    }

    /** The course after a command that changed it. */
    static CourseState changed(long version, ModuleId... modules) {
        return new CourseState(COURSE, TITLE, DESCRIPTION, List.of(modules), BEFORE, NOW, version);
    }

    /** The course after a command that changed nothing. */
    static CourseState unchanged(ModuleId... modules) {
        return new CourseState(COURSE, TITLE, DESCRIPTION, List.of(modules), BEFORE, BEFORE, modules.length);
    }

    static ModuleLookup knowing(ModuleId... modules) {
        Set<ModuleId> known = Set.of(modules);
        ModuleLookup lookup = mock();
        doThrow(RequestRejected.notFound("Module")).when(lookup).require(argThat(id -> !known.contains(id)));
        return lookup;
    }
}
