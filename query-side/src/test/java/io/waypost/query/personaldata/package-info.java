/** The export of personal data, over HTTP. */
@NullMarked
package io.waypost.query.personaldata;

import org.jspecify.annotations.NullMarked;
