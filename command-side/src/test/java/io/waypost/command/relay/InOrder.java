package io.waypost.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.command.relay.PlainConsumer.Received;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Says whether events are complete and in order. */
final class InOrder {

    private InOrder() {}

    /** Each key's events are there from its first to its last, in order, each once. */
    static void assertPerKey(List<Received> events) {
        Map<String, List<Long>> sequences = events.stream()
                .collect(Collectors.groupingBy(
                        Received::key, Collectors.mapping(Received::sequence, Collectors.toList())));
        assertThat(sequences)
                .allSatisfy((key, sequence) -> assertThat(sequence)
                        .as(key)
                        .isEqualTo(LongStream.range(0, sequence.size()).boxed().toList()));
    }
}
