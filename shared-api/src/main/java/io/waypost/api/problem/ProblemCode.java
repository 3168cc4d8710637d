package io.waypost.api.problem;

import java.util.Locale;

/** Why a request was refused. Clients may rely on a code; the sentence beside it is for people and may change. */
public enum ProblemCode {
    /** The token is missing, invalid or expired. */
    UNAUTHENTICATED(401, "Not signed in"),
    /** The name or the password is wrong. */
    WRONG_CREDENTIALS(401, "Wrong credentials"),
    /** The role or a membership does not allow it. */
    FORBIDDEN(403, "Not allowed"),
    /** The account has been disabled. */
    ACCOUNT_DISABLED(403, "Account disabled"),
    /** There is no such thing, or it has been deleted. */
    NOT_FOUND(404, "Not found"),
    /** The path exists, but not with this method. */
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /** None of the media types the client accepts can be given. */
    NOT_ACCEPTABLE(406, "Not acceptable"),
    /** The body is larger than the service takes. */
    CONTENT_TOO_LARGE(413, "Content too large"),
    /** The media type of the body is not one the service reads. */
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    /** The container could not read the request at all. */
    BAD_REQUEST(400, "Bad request"),
    /** A required text is blank. */
    TEXT_BLANK(400, "Text missing"),
    /** The module is already in the course. */
    MODULE_ALREADY_IN_COURSE(400, "Module already in course"),
    /** The module to follow is not in the course. */
    PREDECESSOR_NOT_IN_COURSE(400, "Predecessor not in course"),
    /** The post to follow is not in the module. */
    PREDECESSOR_NOT_IN_MODULE(400, "Predecessor not in module"),
    /** Another account has the username. */
    USERNAME_TAKEN(400, "Username taken"),
    /** Another account has the e-mail address. */
    EMAIL_TAKEN(400, "Email taken"),
    /** There is no role of that name. */
    UNKNOWN_ROLE(400, "Unknown role"),
    /** Nobody does that to their own account. */
    ONESELF(400, "Own account"),
    /** Nobody could administer the service any more. */
    LAST_ADMIN(400, "Last admin"),
    /** The new order does not hold exactly the present items. */
    NOT_A_PERMUTATION(400, "Not a permutation"),
    /** The user is already a member of the group. */
    ALREADY_MEMBER(400, "Already a member"),
    /** The group would be left without an owner. */
    LAST_OWNER(400, "Last owner"),
    /** The course is already assigned to the group, or directly to the user. */
    COURSE_ALREADY_ASSIGNED(400, "Course already assigned"),
    /** A quiz is completed by passing it. */
    QUIZ_NOT_PASSED(400, "Quiz not passed"),
    /** Not as much of the video was watched as it asks for. */
    VIDEO_NOT_WATCHED(400, "Video not watched"),
    /** The post is no quiz. */
    NOT_A_QUIZ(400, "Not a quiz"),
    /** The post is no video. */
    NOT_A_VIDEO(400, "Not a video"),
    /** The quiz has no such question, or the question no such option. */
    UNKNOWN_ANSWER(400, "Unknown answer"),
    /** The video was watched in more separate parts than are kept. */
    TOO_MANY_PARTS(400, "Too many parts"),
    /** No course that is assigned to the user shows the post. */
    POST_NOT_ASSIGNED(400, "Post not assigned"),
    /** It is said to have happened at a time that has not come yet. */
    IN_THE_FUTURE(400, "In the future"),
    /** The learner reopened the post at a later time. */
    REOPENED_SINCE(400, "Reopened since"),
    /** The input is malformed: a field is missing, of the wrong type, too long or out of range. */
    INVALID_INPUT(422, "Invalid input"),
    /** Others changed the same thing at the same time, again and again. */
    CONFLICT(409, "Conflict"),
    /** The view is being rebuilt already. */
    ALREADY_REBUILDING(409, "Already rebuilding"),
    /** If-Match names a version that is not the present one. */
    STALE_VERSION(412, "Stale version"),
    /** Too many failed logins for this name or from this address. */
    TOO_MANY_ATTEMPTS(429, "Too many attempts"),
    /** Something failed inside. */
    INTERNAL_ERROR(500, "Internal error"),
    /** The database cannot be reached at the moment. */
    UNAVAILABLE(503, "Unavailable");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** A short name for people, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The code as it stands in a problem document, such as {@code not_found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
