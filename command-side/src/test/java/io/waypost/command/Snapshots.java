package io.waypost.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.event.EventCatalog;
import io.waypost.platform.eventstore.StableNamesSerializer;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** Stores and reads snapshots of aggregates as the event store does. */
public final class Snapshots {

    private static final StableNamesSerializer SERIALIZER = new StableNamesSerializer(
            EventCatalog.complete(), new AggregateSnapshots().snapshotTypes().byName());

    private Snapshots() {}

    /** Makes sure that an aggregate reads back as it was stored: a difference would only show in later answers. */
    public static void assertReadsBack(String name, Object aggregate) {
        SerializedObject<byte[]> stored = SERIALIZER.serialize(aggregate, byte[].class);
        assertThat(stored.getType().getName()).isEqualTo(name);
        assertThat(stored.getType().getRevision()).isEqualTo("1");

        Object read =
                SERIALIZER.deserialize(new SimpleSerializedObject<>(stored.getData(), byte[].class, stored.getType()));

        assertThat(read)
                .hasSameClassAs(aggregate)
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(aggregate);
    }
}
