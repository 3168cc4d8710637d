/** Loads a sample into a running Waypost through its REST API. */
@NullMarked
package io.waypost.demo;

import org.jspecify.annotations.NullMarked;
