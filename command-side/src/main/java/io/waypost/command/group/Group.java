package io.waypost.command.group;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupEvent.CourseAssignedToGroup;
import io.waypost.api.group.GroupEvent.CourseUnassignedFromGroup;
import io.waypost.api.group.GroupEvent.GroupCoursesReordered;
import io.waypost.api.group.GroupEvent.GroupCreated;
import io.waypost.api.group.GroupEvent.GroupDeleted;
import io.waypost.api.group.GroupEvent.GroupOwnershipInherited;
import io.waypost.api.group.GroupEvent.GroupRevised;
import io.waypost.api.group.GroupEvent.MemberAddedToGroup;
import io.waypost.api.group.GroupEvent.MemberRemovedFromGroup;
import io.waypost.api.group.GroupEvent.MemberRoleChanged;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.ordering.Ordering;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import io.waypost.command.group.GroupCommand.AddMemberToGroup;
import io.waypost.command.group.GroupCommand.AssignCourseToGroup;
import io.waypost.command.group.GroupCommand.ChangeMemberRole;
import io.waypost.command.group.GroupCommand.CreateGroup;
import io.waypost.command.group.GroupCommand.DeleteGroup;
import io.waypost.command.group.GroupCommand.ImportMembers;
import io.waypost.command.group.GroupCommand.ImportMembers.Newcomer;
import io.waypost.command.group.GroupCommand.RemoveErasedMember;
import io.waypost.command.group.GroupCommand.RemoveMemberFromGroup;
import io.waypost.command.group.GroupCommand.ReorderGroupCourses;
import io.waypost.command.group.GroupCommand.ReviseGroup;
import io.waypost.command.group.GroupCommand.UnassignCourseFromGroup;
import io.waypost.command.group.ImportedMembers.Imported;
import io.waypost.command.platform.RequiredText;
import io.waypost.command.platform.VersionedAggregate;
import io.waypost.command.platform.lookup.CourseLookup;
import io.waypost.command.platform.lookup.UserLookup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A group: its texts, who is a member in which role, and which courses are assigned to it in which order. */
@Aggregate(type = "Group", cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@SuppressWarnings("NullAway.Init") // an aggregate is filled by its first event
public class Group extends VersionedAggregate {

    @AggregateIdentifier
    private GroupId id;

    private String name;
    private Optional<String> description;
    private UserId createdBy;
    private Members members = new Members();
    private Ordering<CourseId> courses = Ordering.empty();
    private Instant createdAt;
    private Instant updatedAt;

    Group() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    GroupState handle(CreateGroup command, UserLookup users) {
        users.require(command.createdBy());
        AggregateLifecycle.apply(
                new GroupCreated(command.groupId(), named(command.name()), command.description(), command.createdBy()));
        return apply(new MemberAddedToGroup(id, command.createdBy(), GroupRole.OWNER));
    }

    @CommandHandler
    GroupState handle(ReviseGroup command) {
        GroupRevised revised = new GroupRevised(
                id,
                command.name().map(Group::named).orElse(name),
                command.description().orElse(description));
        return revised.equals(new GroupRevised(id, name, description)) ? state() : apply(revised);
    }

    @CommandHandler
    GroupState handle(AddMemberToGroup command, UserLookup users) {
        UserId userId = command.userId();
        Optional<GroupRole> role = GroupRole.ofCode(command.role());
        command.by().requireFor(role.orElse(GroupRole.MEMBER), members);
        users.require(userId);
        if (members.contains(userId)) {
            throw new RequestRejected(ProblemCode.ALREADY_MEMBER, "The user is already a member of this group");
        }
        return apply(new MemberAddedToGroup(id, userId, role.orElseThrow(Group::unknownRole)));
    }

    @CommandHandler
    ImportedMembers handle(ImportMembers command, UserLookup users) {
        command.members().forEach(newcomer -> command.by().requireFor(newcomer.role(), members));
        users.requireAll(command.members().stream().map(Newcomer::userId).toList());
        List<Imported> imported = new ArrayList<>();
        for (Newcomer newcomer : command.members()) {
            Optional<GroupRole> present = members.roleOf(newcomer.userId());
            if (present.isEmpty()) {
                AggregateLifecycle.apply(new MemberAddedToGroup(id, newcomer.userId(), newcomer.role()));
            }
            imported.add(new Imported(newcomer.userId(), present.orElse(newcomer.role()), present.isEmpty()));
        }
        return new ImportedMembers(state(), List.copyOf(imported));
    }

    @CommandHandler
    GroupState handle(ChangeMemberRole command) {
        UserId userId = command.userId();
        GroupRole present = members.requireRoleOf(userId);
        GroupRole role = GroupRole.ofCode(command.role()).orElseThrow(Group::unknownRole);
        if (role == present) {
            return state();
        }
        members.requireAnotherOwnerThan(userId);
        return apply(new MemberRoleChanged(id, userId, role));
    }

    @CommandHandler
    GroupState handle(RemoveMemberFromGroup command) {
        UserId userId = command.userId();
        command.by().requireFor(members.roleOf(userId).orElse(GroupRole.MEMBER), members);
        members.requireRoleOf(userId);
        members.requireAnotherOwnerThan(userId);
        return apply(new MemberRemovedFromGroup(id, userId));
    }

    @CommandHandler
    GroupState handle(RemoveErasedMember command) {
        UserId userId = command.userId();
        members.requireRoleOf(userId);
        OwnershipSuccession.heir(members, userId)
                .ifPresent(heir -> AggregateLifecycle.apply(new GroupOwnershipInherited(id, heir, userId)));
        return apply(new MemberRemovedFromGroup(id, userId));
    }

    @CommandHandler
    GroupState handle(AssignCourseToGroup command, CourseLookup courseLookup) {
        CourseId courseId = command.courseId();
        courseLookup.require(courseId);
        if (courses.contains(courseId)) {
            throw new RequestRejected(
                    ProblemCode.COURSE_ALREADY_ASSIGNED, "The course is already assigned to this group");
        }
        Ordering<CourseId> after = courses.insert(courseId, command.ordering());
        return apply(new CourseAssignedToGroup(id, courseId, after.positionOf(courseId), after.items()));
    }

    @CommandHandler
    GroupState handle(ReorderGroupCourses command) {
        if (!courses.isPermutation(command.courseIds())) {
            throw new RequestRejected(
                    ProblemCode.NOT_A_PERMUTATION,
                    "The new order must hold exactly the courses of the group, each once");
        }
        Ordering<CourseId> after = courses.permute(command.courseIds());
        return after.equals(courses) ? state() : apply(new GroupCoursesReordered(id, after.items()));
    }

    @CommandHandler
    GroupState handle(UnassignCourseFromGroup command) {
        CourseId courseId = command.courseId();
        if (!courses.contains(courseId)) {
            throw new RequestRejected(ProblemCode.NOT_FOUND, "The course is not assigned to this group");
        }
        return apply(new CourseUnassignedFromGroup(
                id, courseId, courses.remove(courseId).items()));
    }

    @CommandHandler
    GroupState handle(DeleteGroup command) {
        return apply(new GroupDeleted(command.groupId()));
    }

    @EventSourcingHandler
    void on(GroupCreated event, @Timestamp Instant at) {
        id = event.groupId();
        name = event.name();
        description = event.description();
        createdBy = event.createdBy();
        createdAt = at;
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(GroupRevised event, @Timestamp Instant at) {
        name = event.name();
        description = event.description();
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(GroupEvent.MembershipChanged event, @Timestamp Instant at) {
        switch (event) {
            case MemberAddedToGroup added -> members.put(added.userId(), added.role());
            case MemberRoleChanged changed -> members.put(changed.userId(), changed.role());
            case GroupOwnershipInherited inherited -> members.put(inherited.userId(), GroupRole.OWNER);
            case MemberRemovedFromGroup removed -> members.remove(removed.userId());
        }
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(GroupEvent.CoursesOrdered event, @Timestamp Instant at) {
        courses = new Ordering<>(event.courseIds());
        updatedAt = at;
    }

    @EventSourcingHandler
    void on(GroupDeleted event, @Timestamp Instant at) {
        updatedAt = at;
        AggregateLifecycle.markDeleted();
    }

    private GroupState apply(GroupEvent event) {
        AggregateLifecycle.apply(event);
        return state();
    }

    private GroupState state() {
        return new GroupState(
                id, name, description, createdBy, members.size(), courses.items(), createdAt, updatedAt, version());
    }

    private static String named(String name) {
        return RequiredText.of(name, "Group name");
    }

    private static RequestRejected unknownRole() {
        return new RequestRejected(ProblemCode.UNKNOWN_ROLE, "The role must be member, moderator or owner");
    }
}
