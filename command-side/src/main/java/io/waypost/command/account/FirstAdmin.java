package io.waypost.command.account;

import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.command.account.UserCommand.RegisterUser;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.IdAllocator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes an admin account on the first start. Its password is {@code waypost.admin.password} (in the environment
 * {@code WAYPOST_ADMIN_PASSWORD}) or else a random one, which is announced once and kept nowhere.
 */
@Component
class FirstAdmin implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
    private static final int RANDOM_BYTES = 15;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    private final Accounts accounts;
    private final Commands commands;
    private final IdAllocator ids;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;
    private final String username;
    private final String email;
    private final Optional<String> configuredPassword;

    FirstAdmin(
            Accounts accounts,
            Commands commands,
            IdAllocator ids,
            PasswordEncoder passwords,
            ApplicationEventPublisher announcements,
            Clock clock,
            @Value("${waypost.admin.username}") String username,
            @Value("${waypost.admin.email}") String email,
            Environment environment) {
        this.accounts = accounts;
        this.commands = commands;
        this.ids = ids;
        this.passwords = passwords;
        this.announcements = announcements;
        this.clock = clock;
        this.username = username;
        this.email = email;
        // Not by @Value, which would take parts of a password for expressions.
        this.configuredPassword = Optional.ofNullable(environment.getProperty("waypost.admin.password"))
                .filter(p -> !p.isBlank());
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.hasAdmin()) {
            return;
        }
        String password = configuredPassword.orElseGet(FirstAdmin::randomPassword);
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new IllegalStateException(
                    "waypost.admin.password must have %d to %d characters".formatted(SHORTEST, LONGEST));
        }
        UserId id = new UserId(ids.next("user"));
        NewAccount account = new NewAccount(
                username,
                email,
                String.valueOf(passwords.encode(password)),
                SystemRole.ADMIN,
                Profile.EMPTY,
                clock.instant());
        try {
            commands.send(new RegisterUser(id, account), UserState.class, CommandRequest.internal());
        } catch (RequestRejected e) {
            LOG.info("Another node has made the admin account");
            return;
        }
        if (configuredPassword.isEmpty()) {
            announcements.publishEvent(new FirstAdminPassword(username, password));
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
