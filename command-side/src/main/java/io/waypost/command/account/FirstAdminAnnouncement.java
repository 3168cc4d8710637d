package io.waypost.command.account;

import java.io.PrintStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says the random password of the first admin once, on the standard output and not in the log, unless whoever embeds this
 * side says it ({@code waypost.admin.announce}).
 */
@Component
@ConditionalOnBooleanProperty("waypost.admin.announce")
class FirstAdminAnnouncement {

    private final PrintStream out = System.out;

    @EventListener
    void announce(FirstAdminPassword first) {
        out.println("The account " + first.username() + " was made with the password " + first.password()
                + " (said only now)");
        out.flush();
    }
}
