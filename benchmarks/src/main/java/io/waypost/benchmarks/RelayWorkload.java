package io.waypost.benchmarks;

import java.util.List;

/**
 * w8: the relay has two million events to send, because it was off while they happened. The first million warms it up and does
 * not count. The ceiling c4 is a producer that sends the same records to a topic with as many partitions, on the same broker,
 * once the relay is through.
 */
final class RelayWorkload implements Workload {

    private static final int WARM_UP = 1_000_000;
    private static final int EVENTS = 1_000_000;
    private static final double OF_CEILING = 0.5;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String OFF = "--waypost.relay.enabled=false";

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public List<Figure> run() {
        try (TemporaryDirectory data = TemporaryDirectory.create()) {
            try (Service service = Service.start(List.of(), List.of(data.setting(), OFF))) {
                OldCompletions.make(service, WARM_UP + EVENTS);
            }
            try (Service service = Service.start(List.of(), List.of(data.setting()));
                    Topic topic = new Topic(service.kafka())) {
                double relay = catchUp(topic);
                Topic.Sample sample = topic.checkedAgainst(service);
                double ceiling = topic.ceiling(sample);
                return List.of(
                        new Figure("c4", "records of the same size, sent by a producer", ceiling, "/s"),
                        new Figure("w8", "events caught up by the relay", relay, "/s"),
                        new Figure("w8", "of c4", relay / ceiling, "x").atLeast(OF_CEILING));
            }
        }
    }

    /** From the first record in the topic that counts to the last. */
    private static double catchUp(Topic topic) {
        long first = topic.awaitSize(WARM_UP);
        long begin = System.nanoTime();
        long last = topic.awaitSize(WARM_UP + EVENTS);
        return (last - first) * NANOS_PER_SECOND / (System.nanoTime() - begin);
    }
}
