/** What the account table knows of users. */
@NullMarked
package io.waypost.query.account;

import org.jspecify.annotations.NullMarked;
