package io.waypost.embedded;

/**
 * Something outside the program keeps it from starting: a directory, a port, a server that does not come up.
 *
 * <p>The message is one plain sentence that is fit to be the only line a user sees; the cause is for the log.
 */
public final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure that explains itself. */
    public StartupException(String message) {
        super(message);
    }

    /** A failure with the technical reason behind it. */
    public StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
