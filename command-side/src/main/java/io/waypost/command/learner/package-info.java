/** Users as learners: the courses assigned to them directly. */
@NullMarked
package io.waypost.command.learner;

import org.jspecify.annotations.NullMarked;
