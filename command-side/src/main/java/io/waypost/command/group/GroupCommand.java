package io.waypost.command.group;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.user.UserId;
import io.waypost.command.platform.Subject;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a group. Each answers with the {@link GroupState} afterwards, or with one inside its answer. */
@Subject("Group")
sealed interface GroupCommand {

    /** The group that is asked. */
    GroupId groupId();

    /** Makes a group with one member, its owner: who made it. */
    record CreateGroup(
            @TargetAggregateIdentifier GroupId groupId, String name, Optional<String> description, UserId createdBy)
            implements GroupCommand {}

    /** Changes what is present and leaves the rest: an inner empty value clears the description. */
    record ReviseGroup(
            @TargetAggregateIdentifier GroupId groupId, Optional<String> name, Optional<Optional<String>> description)
            implements GroupCommand {}

    /**
     * Takes a user in.
     *
     * @param role the name of the role, as it was asked for
     */
    record AddMemberToGroup(@TargetAggregateIdentifier GroupId groupId, UserId userId, String role, Authority by)
            implements GroupCommand {}

    /**
     * Takes many users in, all or none. Who is a member already stays as they are. Answers with {@link ImportedMembers}.
     *
     * @param members whom, and in which role
     */
    record ImportMembers(@TargetAggregateIdentifier GroupId groupId, List<Newcomer> members, Authority by)
            implements GroupCommand {

        /** A user to take in. */
        record Newcomer(UserId userId, GroupRole role) {}
    }

    /**
     * Gives a member another role.
     *
     * @param role the name of the role, as it was asked for
     */
    record ChangeMemberRole(@TargetAggregateIdentifier GroupId groupId, UserId userId, String role)
            implements GroupCommand {}

    /** Ends a membership. */
    record RemoveMemberFromGroup(@TargetAggregateIdentifier GroupId groupId, UserId userId, Authority by)
            implements GroupCommand {}

    /** Ends the membership of a user who was erased, and so must leave even as the last owner. */
    record RemoveErasedMember(@TargetAggregateIdentifier GroupId groupId, UserId userId) implements GroupCommand {}

    /** Assigns a course at a place, clamped into range; at the end if there is none. */
    record AssignCourseToGroup(
            @TargetAggregateIdentifier GroupId groupId, CourseId courseId, Optional<Integer> ordering)
            implements GroupCommand {}

    /** Puts all courses into a new order. */
    record ReorderGroupCourses(@TargetAggregateIdentifier GroupId groupId, List<CourseId> courseIds)
            implements GroupCommand {}

    /** Takes a course away; the course itself remains. */
    record UnassignCourseFromGroup(
            @TargetAggregateIdentifier GroupId groupId, CourseId courseId) implements GroupCommand {}

    /** Ends the group, and with it all memberships and assignments. */
    record DeleteGroup(@TargetAggregateIdentifier GroupId groupId) implements GroupCommand {}
}
