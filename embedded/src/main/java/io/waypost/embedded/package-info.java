/**
 * PostgreSQL and Kafka as part of the process that needs them, on one data directory.
 *
 * <p>The service that runs on its own and the tests use the real servers, without an installation and without
 * containers. {@link io.waypost.embedded.DataDirectory} owns the place, {@link io.waypost.embedded.PostgresServer} and
 * {@link io.waypost.embedded.KafkaBroker} run in it, and whatever stands in the way of a start is a
 * {@link io.waypost.embedded.StartupException} with one sentence for the user.
 */
@NullMarked
package io.waypost.embedded;

import org.jspecify.annotations.NullMarked;
