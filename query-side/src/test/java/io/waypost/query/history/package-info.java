/** What happened, over HTTP. */
@NullMarked
package io.waypost.query.history;

import org.jspecify.annotations.NullMarked;
