package io.waypost.command.platform;

/** The names of event processors that more than one place must agree on. */
public final class ProcessingGroups {

    /** All lookups: subscribing, in the transaction that appends the events. */
    public static final String LOOKUPS = "lookups";

    /** The policy by which a deleted module leaves its courses. */
    public static final String DELETED_MODULE_LEAVES_COURSES = "policy.deleted-module-leaves-courses";

    /** The policy by which a deleted course leaves the groups it is assigned to. */
    public static final String DELETED_COURSE_LEAVES_GROUPS = "policy.deleted-course-leaves-groups";

    /** The policy by which a deleted course leaves the learners it is assigned to directly. */
    public static final String DELETED_COURSE_LEAVES_LEARNERS = "policy.deleted-course-leaves-learners";

    /** The policy by which an erased user leaves their groups. */
    public static final String ERASED_USER_LEAVES_GROUPS = "policy.erased-user-leaves-groups";

    /** The policy by which it is put on record that a learner completed a course. */
    public static final String COMPLETED_COURSE_IS_RECORDED = "policy.completed-course-is-recorded";

    private ProcessingGroups() {}
}
