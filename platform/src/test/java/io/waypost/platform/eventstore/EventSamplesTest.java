package io.waypost.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.event.EventCatalog;
import io.waypost.api.event.EventType;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.PostType;
import io.waypost.api.user.UserEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** What was stored once must read for ever: the samples are such events, one file per revision and kind of content. */
class EventSamplesTest {

    private static final EventCatalog CATALOG = EventCatalog.complete();
    private static final JsonMapper MAPPER = EventJson.mapper();
    private static final List<Class<?>> FAMILIES =
            List.of(CourseEvent.class, ModuleEvent.class, UserEvent.class, GroupEvent.class, LearnerEvent.class);

    private final StableNamesSerializer serializer = new StableNamesSerializer(CATALOG, Map.of());

    @Test
    void catalogHoldsEveryEventOfEveryFamily() {
        assertThat(CATALOG.all())
                .extracting(EventType::payload)
                .containsExactlyInAnyOrderElementsOf(
                        FAMILIES.stream().flatMap(EventSamplesTest::records).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void eventIsStoredUnderItsNameAndRevision(EventType type) {
        assertThat(type.name()).isEqualTo(type.payload().getSimpleName());
        assertThat(type.payload().isAnnotationPresent(Revision.class)).isTrue();
        assertThat(String.valueOf(type.revision()))
                .isEqualTo(type.payload().getAnnotation(Revision.class).value());
        assertThat(serializer.typeForClass(type.payload()))
                .isEqualTo(new SimpleSerializedType(type.name(), String.valueOf(type.revision())));
    }

    @ParameterizedTest
    @MethodSource("types")
    void eventHasSampleOfEachRevision(EventType type) {
        for (int revision = 1; revision <= type.revision(); revision++) {
            int wanted = revision;
            assertThat(samples()).anyMatch(sample -> sample.event().equals(type.name()) && sample.revision() == wanted);
        }
    }

    @ParameterizedTest
    @EnumSource
    void postEventsHaveSampleOfEachType(PostType type) {
        String kind = MAPPER.convertValue(type, String.class);

        assertThat(samples())
                .extracting(Sample::file)
                .contains("PostAddedToModule." + kind + ".v1.json", "PostRevised." + kind + ".v1.json");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleReadsAndWritesBack(Sample sample) {
        EventType type = CATALOG.named(sample.event()).orElseThrow();

        Object event = MAPPER.readValue(sample.json(), type.payload());

        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(event))).isEqualTo(MAPPER.readTree(sample.json()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleReadsFromTheEventStore(Sample sample) {
        SimpleSerializedType stored = new SimpleSerializedType(sample.event(), String.valueOf(sample.revision()));

        Object event = serializer.deserialize(new SimpleSerializedObject<>(sample.json(), String.class, stored));

        SerializedObject<String> written = serializer.serialize(event, String.class);
        assertThat(written.getType()).isEqualTo(stored);
        assertThat(MAPPER.readTree(written.getData())).isEqualTo(MAPPER.readTree(sample.json()));
    }

    static Stream<EventType> types() {
        return CATALOG.all().stream();
    }

    static Stream<Sample> samples() {
        try {
            List<Sample> samples = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:events/*.json")) {
                samples.add(new Sample(
                        String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return samples.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(EventSamplesTest::records)
                : Stream.of(family);
    }

    /**
     * A stored event.
     *
     * @param file {@code <event>.v<revision>.json}, with a word for the kind of sample in between where there are several
     */
    record Sample(String file, String json) {

        String event() {
            return parts().getFirst();
        }

        int revision() {
            return Integer.parseInt(parts().get(parts().size() - 2).substring(1));
        }

        @Override
        public String toString() {
            return file;
        }

        private List<String> parts() {
            return List.of(file.split("\\.", -1));
        }
    }
}
