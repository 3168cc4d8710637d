package io.waypost.platform.eventstore;

import io.waypost.api.event.EventCatalog;
import io.waypost.api.event.EventType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Writes events and snapshots under names of their own instead of Java class names. */
public final class StableNamesSerializer extends Jackson3Serializer {

    private final EventCatalog catalog;
    private final Map<String, Class<?>> snapshotsByName;
    private final Map<Class<?>, String> snapshotNames;

    /**
     * @param catalog the names of the events
     * @param snapshotsByName the names under which the states of aggregates are stored, such as {@code Course}
     */
    public StableNamesSerializer(EventCatalog catalog, Map<String, Class<?>> snapshotsByName) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(EventJson::configure));
        this.catalog = catalog;
        this.snapshotsByName = Map.copyOf(snapshotsByName);
        this.snapshotNames =
                snapshotsByName.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    @Override
    @SuppressWarnings("rawtypes") // so in the interface
    public SerializedType typeForClass(Class type) {
        Class<?> payload = type;
        Optional<SerializedType> event =
                catalog.of(payload).map(t -> new SimpleSerializedType(t.name(), String.valueOf(t.revision())));
        return event.or(() -> Optional.ofNullable(snapshotNames.get(payload))
                        .map(name -> new SimpleSerializedType(
                                name, getRevisionResolver().revisionOf(payload))))
                .orElseGet(() -> super.typeForClass(type));
    }

    @Override
    protected String resolveClassName(SerializedType serializedType) {
        String name = serializedType.getName();
        Optional<Class<?>> known = catalog.named(name)
                .<Class<?>>map(EventType::payload)
                .or(() -> Optional.ofNullable(snapshotsByName.get(name)));
        return known.map((Function<Class<?>, String>) Class::getName).orElse(name);
    }
}
