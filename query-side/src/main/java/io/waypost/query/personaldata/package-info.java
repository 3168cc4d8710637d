/** Everything that is held about a person, as one document. */
@NullMarked
package io.waypost.query.personaldata;

import org.jspecify.annotations.NullMarked;
