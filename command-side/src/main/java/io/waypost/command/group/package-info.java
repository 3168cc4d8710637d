/** Groups: their members and roles, and the order of the courses assigned to them. */
@NullMarked
package io.waypost.command.group;

import org.jspecify.annotations.NullMarked;
