/** Users as learners: the courses assigned to them directly, and what they complete. */
@NullMarked
package io.waypost.command.learner;

import org.jspecify.annotations.NullMarked;
