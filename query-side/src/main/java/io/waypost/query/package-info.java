/** The query side: views folded from the events, and the endpoints that read them. */
@NullMarked
package io.waypost.query;

import org.jspecify.annotations.NullMarked;
