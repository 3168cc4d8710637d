package io.waypost.standalone;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends a start that was only made for the JVM to learn from it ({@code waypost.stop-when-ready}). */
@Component
@ConditionalOnBooleanProperty("waypost.stop-when-ready")
class StopWhenReady {

    @EventListener
    @Order
    @SuppressWarnings("SystemExitOutsideMain") // the shutdown hooks end everything in good order
    void stop(ApplicationReadyEvent event) {
        Thread.ofPlatform().name("stop-when-ready").start(() -> System.exit(0));
    }
}
