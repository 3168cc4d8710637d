/** What the tests of the query side share. */
@NullMarked
package io.waypost.query.testing;

import org.jspecify.annotations.NullMarked;
