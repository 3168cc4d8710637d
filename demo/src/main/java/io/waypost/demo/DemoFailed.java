package io.waypost.demo;

/** The sample could not be loaded; the message says why in one plain line. */
class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
        super(message);
    }
}
