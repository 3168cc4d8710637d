package io.waypost.api.problem;

/** A request was refused for a reason that its sender can understand. Nothing was changed. */
public final class RequestRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    /**
     * @param code why
     * @param detail a plain sentence that a client may show as it is
     */
    public RequestRejected(ProblemCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    /** There is no such thing. */
    public static RequestRejected notFound(String what) {
        return new RequestRejected(ProblemCode.NOT_FOUND, what + " not found");
    }

    /** Why. */
    public ProblemCode code() {
        return code;
    }

    /** A plain sentence that a client may show as it is. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
