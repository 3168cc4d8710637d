/** What happened to a thing, and who did it: read from the events as they are stored. */
@NullMarked
package io.waypost.query.history;

import org.jspecify.annotations.NullMarked;
