package io.waypost.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where Waypost runs and who signs in.
 *
 * @param url the address of the service, without {@code /api}
 * @param username the name of an admin
 * @param password the admin's password
 * @param learnersPassword what the learners of the sample are to sign in with, if somebody cares
 */
record Settings(URI url, String username, String password, Optional<String> learnersPassword) {

    /** What Waypost takes as a password. */
    private static final String LONG_ENOUGH = ".{8,128}";

    /**
     * Reads {@code --url}, {@code --username}, {@code --password} and {@code --demo-password}, or else
     * {@code WAYPOST_URL}, {@code WAYPOST_ADMIN_USERNAME}, {@code WAYPOST_ADMIN_PASSWORD} and
     * {@code WAYPOST_DEMO_PASSWORD}.
     *
     * @throws DemoFailed if there is no admin's password, the learners' is too short or too long, or there is something
     *     that is no setting
     */
    static Settings of(List<String> arguments, Map<String, String> environment) {
        for (String argument : arguments) {
            if (!argument.matches("--(url|username|password|demo-password)=.*")) {
                throw new DemoFailed("Unknown argument " + argument
                        + ": there are --url=..., --username=..., --password=... and --demo-password=...");
            }
        }
        return new Settings(
                url(setting("--url=", arguments, "WAYPOST_URL", environment).orElse("http://localhost:8080")),
                setting("--username=", arguments, "WAYPOST_ADMIN_USERNAME", environment)
                        .orElse("admin"),
                setting("--password=", arguments, "WAYPOST_ADMIN_PASSWORD", environment)
                        .orElseThrow(
                                () -> new DemoFailed(
                                        "Please set WAYPOST_ADMIN_PASSWORD to the admin's password (Waypost says it at its first start)")),
                setting("--demo-password=", arguments, "WAYPOST_DEMO_PASSWORD", environment)
                        .map(Settings::longEnough));
    }

    private static String longEnough(String password) {
        if (!password.matches(LONG_ENOUGH)) {
            throw new DemoFailed("WAYPOST_DEMO_PASSWORD must have 8 to 128 characters");
        }
        return password;
    }

    private static Optional<String> setting(
            String prefix, List<String> arguments, String variable, Map<String, String> environment) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .findFirst()
                .or(() -> Optional.ofNullable(environment.get(variable)))
                .filter(value -> !value.isBlank());
    }

    private static URI url(String text) {
        if (!text.matches("https?://[^/\\s]+/?")) {
            throw new DemoFailed("WAYPOST_URL is no address such as http://localhost:8080: " + text);
        }
        return URI.create(text);
    }

    /** Without the passwords, so that no output ever shows it. */
    @Override
    public String toString() {
        return "Settings[" + username + " at " + url + "]";
    }
}
