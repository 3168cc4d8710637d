package io.waypost.standalone;

import org.springframework.context.SmartLifecycle;

/** Lets nothing of the service begin its work before Kafka has started; what the service is made of is made meanwhile. */
final class KafkaFirst implements SmartLifecycle {

    private final Servers servers;
    private volatile boolean running;

    KafkaFirst(Servers servers) {
        this.servers = servers;
    }

    @Override
    public void start() {
        servers.awaitKafka();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
