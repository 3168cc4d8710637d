/** Accounts and signing in. Personal data and credentials live here and nowhere else. */
@NullMarked
package io.waypost.command.account;

import org.jspecify.annotations.NullMarked;
