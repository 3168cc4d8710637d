package io.waypost.api.group;

import io.waypost.api.course.CourseId;
import io.waypost.api.user.UserId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/** What can happen to a group. A member is the number of an account: no event says who that is. */
public sealed interface GroupEvent {

    /** The group that it happened to. */
    GroupId groupId();

    /** An event that concerns one member. */
    sealed interface MembershipChanged extends GroupEvent {

        /** The member. */
        UserId userId();
    }

    /** An event after which the courses of the group stand in a new order. */
    sealed interface CoursesOrdered extends GroupEvent {

        /** All courses of the group after the event, in order. */
        List<CourseId> courseIds();
    }

    /**
     * A group came into being, without members and courses.
     *
     * @param createdBy the user who made it
     */
    @Revision("1")
    record GroupCreated(GroupId groupId, String name, Optional<String> description, UserId createdBy)
            implements GroupEvent {}

    /** The texts of the group were changed; both fields hold what is valid from now on. */
    @Revision("1")
    record GroupRevised(GroupId groupId, String name, Optional<String> description) implements GroupEvent {}

    /** A user became a member of the group. */
    @Revision("1")
    record MemberAddedToGroup(GroupId groupId, UserId userId, GroupRole role) implements MembershipChanged {}

    /** A member has another role from now on. */
    @Revision("1")
    record MemberRoleChanged(GroupId groupId, UserId userId, GroupRole role) implements MembershipChanged {}

    /**
     * A member became owner because the last owner was erased.
     *
     * @param userId the new owner
     * @param formerOwnerId who was the last owner until then
     */
    @Revision("1")
    record GroupOwnershipInherited(GroupId groupId, UserId userId, UserId formerOwnerId) implements MembershipChanged {}

    /** A user is no longer a member of the group. */
    @Revision("1")
    record MemberRemovedFromGroup(GroupId groupId, UserId userId) implements MembershipChanged {}

    /**
     * A course was assigned to the group.
     *
     * @param ordering its 0-based place among the courses of the group, already clamped into range
     */
    @Revision("1")
    record CourseAssignedToGroup(GroupId groupId, CourseId courseId, int ordering, List<CourseId> courseIds)
            implements CoursesOrdered {}

    /** The courses of the group were put into a new order as a whole. */
    @Revision("1")
    record GroupCoursesReordered(GroupId groupId, List<CourseId> courseIds) implements CoursesOrdered {}

    /** A course is no longer assigned to the group. */
    @Revision("1")
    record CourseUnassignedFromGroup(GroupId groupId, CourseId courseId, List<CourseId> courseIds)
            implements CoursesOrdered {}

    /** The group is gone, and with it all memberships and assignments. */
    @Revision("1")
    record GroupDeleted(GroupId groupId) implements GroupEvent {}
}
