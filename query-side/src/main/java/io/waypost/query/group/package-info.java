/** Groups and their members. */
@NullMarked
package io.waypost.query.group;

import org.jspecify.annotations.NullMarked;
