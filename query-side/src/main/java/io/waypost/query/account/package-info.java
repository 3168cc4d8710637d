/** What the account table knows of the signed-in user. */
@NullMarked
package io.waypost.query.account;

import org.jspecify.annotations.NullMarked;
