/** The names and revisions under which events are stored and published. */
@NullMarked
package io.waypost.api.event;

import org.jspecify.annotations.NullMarked;
