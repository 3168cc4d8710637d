/** The Kafka relay: publishes every event, in order, to a topic for whoever else needs to know. */
@NullMarked
package io.waypost.command.relay;

import org.jspecify.annotations.NullMarked;
