package io.waypost.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The server settings, given at each start so that they hold whatever the configuration file says. */
final class PostgresSettings {

    /** The application's setting that the port comes from, to name when the port is taken. */
    static final String PORT_SETTING = "waypost.postgres.port";

    private PostgresSettings() {}

    /** The settings as options of the server's command line. No value needs quoting by a shell. */
    static String asOptions(int port) {
        return settings(port).entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> settings(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        // None: a socket file left behind in the temporary directory can keep a later server from starting.
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "200");
        // What was answered is on disk: the defaults, said aloud because the events live here.
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // One file per weekday, overwritten after a week: the log is there when needed and cannot fill the disk.
        settings.put("logging_collector", "on");
        settings.put("log_directory", "log");
        settings.put("log_filename", "postgresql-%a.log");
        settings.put("log_truncate_on_rotation", "on");
        settings.put("log_rotation_age", "1d");
        settings.put("log_rotation_size", "0");
        // No values of rows, such as a name that is taken: the log is no place for personal data.
        settings.put("log_error_verbosity", "terse");
        return settings;
    }
}
