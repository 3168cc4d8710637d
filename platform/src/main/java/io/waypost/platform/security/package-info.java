/** Who is asking, and what that role may do. Everything not allowed is denied. */
@NullMarked
package io.waypost.platform.security;

import org.jspecify.annotations.NullMarked;
