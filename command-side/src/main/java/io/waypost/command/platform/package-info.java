/** How commands are sent, retried, waited for and answered. */
@NullMarked
package io.waypost.command.platform;

import org.jspecify.annotations.NullMarked;
