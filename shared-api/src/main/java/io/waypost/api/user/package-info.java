/** Users: their identity, system role and what can happen to them. No personal data. */
@NullMarked
package io.waypost.api.user;

import org.jspecify.annotations.NullMarked;
