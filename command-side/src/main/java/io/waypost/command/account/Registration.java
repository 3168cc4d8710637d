package io.waypost.command.account;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.command.account.UserCommand.RegisterUser;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.IdAllocator;
import io.waypost.command.platform.Outcome;
import io.waypost.command.platform.RequiredText;
import io.waypost.platform.web.InvalidInput;
import jakarta.validation.Validator;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes users out of what a request says. */
@Component
class Registration {

    private final Validator validator;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final IdAllocator ids;
    private final Commands commands;
    private final Clock clock;

    Registration(
            Validator validator,
            Accounts accounts,
            PasswordEncoder passwords,
            IdAllocator ids,
            Commands commands,
            Clock clock) {
        this.validator = validator;
        this.accounts = accounts;
        this.passwords = passwords;
        this.ids = ids;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Makes a user, on their own behalf if nobody is signed in.
     *
     * @param byAdmin whether an admin asks, who alone may give a role other than {@code user}
     * @throws RequestRejected if the role may not be given or is none, a required text is blank, or a name is taken
     * @throws InvalidInput if the form of the input is wrong
     */
    Outcome<UserState> register(NewUser user, boolean byAdmin, CommandRequest request) {
        Optional<RequestedRole> wanted = Optional.ofNullable(user.role());
        if (!byAdmin
                && wanted.flatMap(RequestedRole::known)
                        .filter(role -> role != SystemRole.USER)
                        .isPresent()) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "Only an admin can give this role.");
        }
        InvalidInput.check(validator.validate(user));
        SystemRole role = wanted.map(RequestedRole::require).orElse(SystemRole.USER);
        String username = Normalizer.normalize(RequiredText.of(user.username(), "Username"), Normalizer.Form.NFC);
        String email = Normalizer.normalize(user.email(), Normalizer.Form.NFC);
        String password = RequiredText.of(user.password(), "Password");
        // Before the password is encoded, which takes long.
        accounts.requireFree(username, email);
        NewAccount account = new NewAccount(
                username, email, String.valueOf(passwords.encode(password)), role, user.profile(), clock.instant());
        UserId id = new UserId(ids.next("user"));
        return commands.send(new RegisterUser(id, account), UserState.class, request.onBehalfOf(id));
    }
}
