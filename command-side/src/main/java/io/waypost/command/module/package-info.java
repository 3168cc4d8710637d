/** Modules and their posts: authoring them and the order of posts. */
@NullMarked
package io.waypost.command.module;

import org.jspecify.annotations.NullMarked;
