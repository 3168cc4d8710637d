/** Learners: what is assigned to them directly and what can happen to them. */
@NullMarked
package io.waypost.api.learner;

import org.jspecify.annotations.NullMarked;
