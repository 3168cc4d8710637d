/** The arithmetic of ordered sequences, shared by courses, modules and groups. */
@NullMarked
package io.waypost.api.ordering;

import org.jspecify.annotations.NullMarked;
