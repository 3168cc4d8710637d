/** What both sides need of Spring: one event store, one kind of token, one form of answer. */
@NullMarked
package io.waypost.platform;

import org.jspecify.annotations.NullMarked;
