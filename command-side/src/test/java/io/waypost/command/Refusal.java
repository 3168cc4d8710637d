package io.waypost.command;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** Expects that a command is refused, and why. */
public final class Refusal extends TypeSafeMatcher<RequestRejected> {

    private final ProblemCode code;
    private final String detail;

    private Refusal(ProblemCode code, String detail) {
        super(RequestRejected.class);
        this.code = code;
        this.detail = detail;
    }

    /** Refused with a code and exactly this sentence. */
    public static Matcher<RequestRejected> refused(ProblemCode code, String detail) {
        return new Refusal(code, detail);
    }

    /** Refused because another version was expected. */
    public static Matcher<RequestRejected> refusedAsStale() {
        return refused(
                ProblemCode.STALE_VERSION,
                "This has been changed since you read it. Please read it again before you change it.");
    }

    @Override
    protected boolean matchesSafely(RequestRejected rejected) {
        return rejected.code() == code && rejected.detail().equals(detail);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(code + ": " + detail);
    }
}
