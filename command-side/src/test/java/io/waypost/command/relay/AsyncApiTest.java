package io.waypost.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.event.EventCatalog;
import io.waypost.api.event.EventType;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.QuizQuestion;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** docs/asyncapi.yaml tells of every event that there is, and of no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "asyncapi.yaml");

    private Map<String, Object> document = Map.of();

    @BeforeAll
    void read() throws IOException {
        try (Reader text = Files.newBufferedReader(DOCUMENT)) {
            document = new Yaml().load(text);
        }
    }

    static Collection<EventType> events() {
        return EventCatalog.complete().all();
    }

    static List<Class<?>> contents() {
        return List.of(PostContent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsDescribed(EventType event) {
        Map<String, Object> message = at(document, "components", "messages", event.name());
        assertThat(message).containsEntry("name", event.cloudEventType());
        assertThat(at(message, "headers", "properties", "ce_type")).containsEntry("const", event.cloudEventType());
        assertDescribed(event.payload(), at(message, "payload"));
    }

    @Test
    void nothingElseIsDescribed() {
        List<String> names = events().stream().map(EventType::name).toList();
        assertThat(at(document, "components", "messages").keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(at(document, "channels", "events", "messages").keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void theContentOfAPostIsDescribed(Class<?> content) {
        Map<String, Object> schema = at(document, "components", "schemas", content.getSimpleName());
        assertDescribed(content, schema, "type");
    }

    @Test
    void questionsAndOptionsAreDescribed() {
        assertDescribed(QuizQuestion.class, at(document, "components", "schemas", "QuizQuestion"));
        assertDescribed(QuizQuestion.Option.class, at(document, "components", "schemas", "QuizOption"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_subject",
                "ce_time",
                "ce_partitionkey",
                "ce_sequence",
                "ce_position",
                "content-type"
            })
    void aHeaderIsDescribed(String header) {
        assertThat(at(document, "components", "messageTraits", "CloudEvent", "headers", "properties"))
                .containsKey(header);
    }

    private static void assertDescribed(Class<?> type, Map<String, Object> schema, String... more) {
        List<String> names = new ArrayList<>(List.of(more));
        Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .forEach(names::add);
        assertThat(at(schema, "properties").keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(schema)
                .extractingByKey("required")
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    private static Map<String, Object> at(Map<String, Object> node, String... path) {
        Map<String, Object> found = node;
        for (String step : path) {
            Map<String, Object> next = new HashMap<>();
            assertThat(found).containsKey(step);
            ((Map<?, ?>) Objects.requireNonNull(found.get(step)))
                    .forEach((key, value) -> next.put(String.valueOf(key), value));
            found = next;
        }
        return found;
    }
}
