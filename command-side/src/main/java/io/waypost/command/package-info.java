/** The command side: REST commands, aggregates, lookups, policies, accounts and the Kafka relay. */
@NullMarked
package io.waypost.command;

import org.jspecify.annotations.NullMarked;
