/** Modules and their posts: identities, contents and what can happen to them. */
@NullMarked
package io.waypost.api.module;

import org.jspecify.annotations.NullMarked;
