/** Tests of progress. */
@NullMarked
package io.waypost.query.progress;

import org.jspecify.annotations.NullMarked;
