/** Groups: their members and roles, their courses in order, and what can happen to them. */
@NullMarked
package io.waypost.api.group;

import org.jspecify.annotations.NullMarked;
