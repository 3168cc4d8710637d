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
 */
record Settings(URI url, String username, String password) {

    /**
     * Reads {@code --url}, {@code --username} and {@code --password}, or else {@code WAYPOST_URL},
     * {@code WAYPOST_ADMIN_USERNAME} and {@code WAYPOST_ADMIN_PASSWORD}.
     *
     * @throws DemoFailed if there is no password, or something that is no setting
     */
    static Settings of(List<String> arguments, Map<String, String> environment) {
        for (String argument : arguments) {
            if (!argument.matches("--(url|username|password)=.*")) {
                throw new DemoFailed(
                        "Unknown argument " + argument + ": there are --url=..., --username=... and --password=...");
            }
        }
        return new Settings(
                url(setting("--url=", arguments, "WAYPOST_URL", environment).orElse("http://localhost:8080")),
                setting("--username=", arguments, "WAYPOST_ADMIN_USERNAME", environment)
                        .orElse("admin"),
                setting("--password=", arguments, "WAYPOST_ADMIN_PASSWORD", environment)
                        .orElseThrow(
                                () -> new DemoFailed(
                                        "Please set WAYPOST_ADMIN_PASSWORD to the admin's password (Waypost says it at its first start)")));
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

    /** Without the password, so that no output ever shows it. */
    @Override
    public String toString() {
        return "Settings[" + username + " at " + url + "]";
    }
}
