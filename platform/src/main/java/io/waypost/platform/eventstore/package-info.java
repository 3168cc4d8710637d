/** The event store on PostgreSQL: stable names, readable JSON, positions, and streams that wake up at once. */
@NullMarked
package io.waypost.platform.eventstore;

import org.jspecify.annotations.NullMarked;
