/** Which courses are assigned to groups and to users. */
@NullMarked
package io.waypost.query.assignment;

import org.jspecify.annotations.NullMarked;
