/** The codes by which a client can tell one refusal from another. */
@NullMarked
package io.waypost.api.problem;

import org.jspecify.annotations.NullMarked;
