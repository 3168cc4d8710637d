/** How far the views have come, and their rebuild without downtime. */
@NullMarked
package io.waypost.query.projections;

import org.jspecify.annotations.NullMarked;
