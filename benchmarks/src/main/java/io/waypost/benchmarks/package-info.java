/** Measures a Waypost that runs as a process of its own, as a user would start it. */
@NullMarked
package io.waypost.benchmarks;

import org.jspecify.annotations.NullMarked;
