package io.waypost.command.group;

import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent.CourseAssignedToGroup;
import io.waypost.api.group.GroupEvent.GroupCreated;
import io.waypost.api.group.GroupEvent.MemberAddedToGroup;
import io.waypost.api.group.GroupEvent.MemberRemovedFromGroup;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import io.waypost.command.Refusal;
import io.waypost.command.platform.lookup.CourseLookup;
import io.waypost.command.platform.lookup.UserLookup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.Matcher;

/** A group as it is before a command: Ada made it and owns it. */
final class GroupFixture {

    static final GroupId GROUP = new GroupId(3);
    static final UserId ADA = new UserId(11);
    static final UserId BEN = new UserId(12);
    static final UserId CLEO = new UserId(13);
    static final UserId DAN = new UserId(14);
    static final UserId UNKNOWN_USER = new UserId(404);
    static final CourseId SLEEP = new CourseId(7);
    static final CourseId FEEDING = new CourseId(8);
    static final CourseId PLAY = new CourseId(9);
    static final CourseId UNKNOWN_COURSE = new CourseId(404);
    static final String NAME = "Parents of spring";
    static final Optional<String> DESCRIPTION = Optional.of("Born in March and April");
    static final Instant BEFORE = Instant.parse("2026-03-01T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    static final Authority MANAGER = new Authority.Manager();

    private GroupFixture() {}

    /** A version that a group of these tests never has. */
    static Map<String, Object> expectingAnotherVersion() {
        return Map.of("expected_version", 99L);
    }

    static Authority by(UserId userId) {
        return new Authority.Member(userId);
    }

    static MemberAddedToGroup joined(UserId userId, GroupRole role) {
        return new MemberAddedToGroup(GROUP, userId, role);
    }

    static MemberRemovedFromGroup left(UserId userId) {
        return new MemberRemovedFromGroup(GROUP, userId);
    }

    static TestExecutor<Group> givenNoGroup() {
        return given();
    }

    /** A group with Ada as its owner, at version 1, and then what happened to it. */
    static TestExecutor<Group> givenGroup(Object... events) {
        Stream<Object> made = Stream.of(new GroupCreated(GROUP, NAME, DESCRIPTION, ADA), joined(ADA, GroupRole.OWNER));
        return given(Stream.concat(made, Stream.of(events)).toArray());
    }

    /** A group with these courses; its version is one more than their number. */
    static TestExecutor<Group> givenGroupWithCourses(CourseId... courses) {
        List<Object> events = new ArrayList<>();
        for (int i = 0; i < courses.length; i++) {
            events.add(new CourseAssignedToGroup(
                    GROUP, courses[i], i, List.of(courses).subList(0, i + 1)));
        }
        return givenGroup(events.toArray());
    }

    private static TestExecutor<Group> given(Object... events) {
        AggregateTestFixture<Group> fixture = new AggregateTestFixture<>(Group.class);
        fixture.registerInjectableResource(users(ADA, BEN, CLEO, DAN));
        fixture.registerInjectableResource(courses(SLEEP, FEEDING, PLAY));
        return fixture.givenCurrentTime(BEFORE).andGiven(events).andGivenCurrentTime(NOW);
    }

    /** The group after a command that changed it. */
    static GroupState changed(long version, int members, CourseId... courses) {
        return new GroupState(GROUP, NAME, DESCRIPTION, ADA, members, List.of(courses), BEFORE, NOW, version);
    }

    /** The group after a command that changed nothing. */
    static GroupState unchanged(long version, int members, CourseId... courses) {
        return new GroupState(GROUP, NAME, DESCRIPTION, ADA, members, List.of(courses), BEFORE, BEFORE, version);
    }

    static Matcher<RequestRejected> forbidden() {
        return Refusal.refused(
                ProblemCode.FORBIDDEN, "Only managers and those who run the group may do this, within their role.");
    }

    static Matcher<RequestRejected> refusedAsNoMember() {
        return Refusal.refused(ProblemCode.NOT_FOUND, "The user is not a member of this group");
    }

    static Matcher<RequestRejected> refusedAsLastOwner() {
        return Refusal.refused(ProblemCode.LAST_OWNER, "The last owner of a group must remain its owner");
    }

    static Matcher<RequestRejected> refusedAsUnknownRole() {
        return Refusal.refused(ProblemCode.UNKNOWN_ROLE, "The role must be member, moderator or owner");
    }

    /** A lookup that knows these users only. */
    static UserLookup users(UserId... existing) {
        Set<UserId> known = Set.of(existing);
        UserLookup lookup = mock();
        RequestRejected refusal = RequestRejected.notFound("User");
        doThrow(refusal).when(lookup).require(argThat(id -> !known.contains(id)));
        doThrow(refusal).when(lookup).requireAll(argThat(ids -> !known.containsAll(ids)));
        return lookup;
    }

    /** A lookup that knows these courses only. */
    static CourseLookup courses(CourseId... existing) {
        Set<CourseId> known = Set.of(existing);
        CourseLookup lookup = mock();
        doThrow(RequestRejected.notFound("Course")).when(lookup).require(argThat(id -> !known.contains(id)));
        return lookup;
    }
}
