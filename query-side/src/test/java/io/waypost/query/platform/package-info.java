/** What every view and every query needs. */
@NullMarked
package io.waypost.query.platform;

import org.jspecify.annotations.NullMarked;
