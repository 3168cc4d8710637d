package io.waypost.demo;

/** Waypost answered a request with an error. */
final class Refused extends DemoFailed {

    private static final long serialVersionUID = 1L;

    private final String code;

    Refused(String message, String code) {
        super(message);
        this.code = code;
    }

    /** The code of the problem, or nothing if the answer has none. */
    String code() {
        return code;
    }
}
