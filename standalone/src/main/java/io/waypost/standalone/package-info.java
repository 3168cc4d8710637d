/** Both sides in one process, with an embedded PostgreSQL and an embedded Kafka broker. */
@NullMarked
package io.waypost.standalone;

import org.jspecify.annotations.NullMarked;
