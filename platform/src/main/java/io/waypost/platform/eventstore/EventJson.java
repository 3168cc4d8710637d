package io.waypost.platform.eventstore;

import java.time.Instant;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.jackson3.MetaDataDeserializer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The JSON of events: snake_case names, as in REST; unknown fields of newer writers are skipped. */
public final class EventJson {

    private EventJson() {}

    /** Sets a builder up to read and write events. */
    public static void configure(JsonMapper.Builder builder) {
        builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule("events")
                        .addDeserializer(MetaData.class, new MetaDataDeserializer())
                        .addDeserializer(Instant.class, new Times()));
    }

    /** A mapper that reads and writes events. */
    public static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        configure(builder);
        return builder.build();
    }

    private static final class Times extends ValueDeserializer<Instant> {

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : "";
            return EventTimes.usual(text).orElseGet(() -> InstantDeserializer.INSTANT.deserialize(parser, context));
        }
    }
}
