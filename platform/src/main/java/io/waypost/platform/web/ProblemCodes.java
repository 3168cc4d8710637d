package io.waypost.platform.web;

import io.waypost.api.problem.ProblemCode;

/** The codes for what the framework or the container refuses before Waypost sees it. */
final class ProblemCodes {

    private ProblemCodes() {}

    static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> ProblemCode.UNAUTHENTICATED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.CONTENT_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemCode.UNAVAILABLE;
            default -> status >= 500 ? ProblemCode.INTERNAL_ERROR : ProblemCode.BAD_REQUEST;
        };
    }

    static String sentence(ProblemCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> "A valid token is needed.";
            case FORBIDDEN -> "You are not allowed to do this.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take that method.";
            case NOT_ACCEPTABLE -> "The answer cannot be given in any of the accepted media types.";
            case CONTENT_TOO_LARGE -> "The request is too large.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body is of a media type that is not taken here.";
            case UNAVAILABLE -> "The service is not available at the moment. Please try again soon.";
            case INTERNAL_ERROR -> "Something went wrong on our side.";
            default -> "The request cannot be understood.";
        };
    }
}
