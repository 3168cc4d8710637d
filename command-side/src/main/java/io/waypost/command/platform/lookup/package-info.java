/** What several features must know of others to decide. Kept in the transactions of the events, never behind them. */
@NullMarked
package io.waypost.command.platform.lookup;

import org.jspecify.annotations.NullMarked;
