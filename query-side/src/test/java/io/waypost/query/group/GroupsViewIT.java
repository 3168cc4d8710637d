package io.waypost.query.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.user.UserId;
import io.waypost.query.platform.ViewEvent;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.ViewTables;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupsViewIT {

    private static final GroupId GROUP = new GroupId(1);
    private static final UserId ADA = new UserId(5);
    private static final UserId BO = new UserId(6);
    private static final CourseId A = new CourseId(10);
    private static final CourseId B = new CourseId(11);
    private static final Object CREATED = new GroupEvent.GroupCreated(GROUP, "Name", Optional.of("About"), ADA);
    private static final Object ADA_JOINED = new GroupEvent.MemberAddedToGroup(GROUP, ADA, GroupRole.OWNER);
    private static final Object BO_JOINED = new GroupEvent.MemberAddedToGroup(GROUP, BO, GroupRole.MEMBER);
    private static final Object BO_LEFT = new GroupEvent.MemberRemovedFromGroup(GROUP, BO);
    private static final Object A_ASSIGNED = new GroupEvent.CourseAssignedToGroup(GROUP, A, 0, List.of(A));
    private static final Object B_ASSIGNED = new GroupEvent.CourseAssignedToGroup(GROUP, B, 0, List.of(B, A));

    private final ViewTables tables = new ViewTables(TestDatabase.create(), new GroupsView());

    @BeforeEach
    void clear() {
        tables.clear();
    }

    private List<String> folded(Object... payloads) {
        Happened happened = Happened.of(List.of(payloads));
        tables.foldOneByOne(happened.events());
        List<String> oneByOne = tables.rows();
        tables.fold(happened.events());
        assertThat(tables.rows()).as("folded again").isEqualTo(oneByOne);
        tables.clear();
        tables.fold(happened.events());
        assertThat(tables.rows()).as("folded as one batch").isEqualTo(oneByOne);
        return oneByOne;
    }

    @Test
    void aCreatedGroupIsThereWithoutMembers() {
        assertThat(folded(CREATED))
                .containsExactly(
                        "user_group",
                        "(1,Name,About,5,\"2026-01-01 00:00:00+00\",\"2026-01-01 00:00:00+00\",0,0)",
                        "group_member",
                        "group_course");
    }

    @Test
    void aRevisionChangesTheTextsAndClearsADescription() {
        assertThat(folded(CREATED, ADA_JOINED, new GroupEvent.GroupRevised(GROUP, "New", Optional.empty())))
                .contains("(1,New,,5,\"2026-01-01 00:00:00+00\",\"2026-01-01 00:00:02+00\",1,2)");
    }

    @Test
    void membersAreCountedAsTheyCome() {
        assertThat(folded(CREATED, ADA_JOINED, BO_JOINED))
                .contains(
                        "(1,Name,About,5,\"2026-01-01 00:00:00+00\",\"2026-01-01 00:00:02+00\",2,2)",
                        "(1,5,owner,\"2026-01-01 00:00:01+00\",1,\"2026-01-01 00:00:01+00\")",
                        "(1,6,member,\"2026-01-01 00:00:02+00\",2,\"2026-01-01 00:00:02+00\")");
    }

    @Test
    void anotherRoleKeepsWhenTheMemberJoined() {
        assertThat(folded(
                        CREATED,
                        ADA_JOINED,
                        BO_JOINED,
                        new GroupEvent.MemberRoleChanged(GROUP, BO, GroupRole.MODERATOR)))
                .contains("(1,6,moderator,\"2026-01-01 00:00:02+00\",2,\"2026-01-01 00:00:03+00\")");
    }

    @Test
    void whoInheritsTheGroupIsItsOwner() {
        assertThat(folded(CREATED, ADA_JOINED, BO_JOINED, new GroupEvent.GroupOwnershipInherited(GROUP, BO, ADA)))
                .contains(
                        "(1,5,owner,\"2026-01-01 00:00:01+00\",1,\"2026-01-01 00:00:01+00\")",
                        "(1,6,owner,\"2026-01-01 00:00:02+00\",2,\"2026-01-01 00:00:03+00\")");
    }

    @Test
    void aMemberWhoLeavesIsGone() {
        assertThat(folded(CREATED, ADA_JOINED, BO_JOINED, BO_LEFT))
                .contains("(1,Name,About,5,\"2026-01-01 00:00:00+00\",\"2026-01-01 00:00:03+00\",1,3)")
                .noneMatch(row -> row.startsWith("(1,6,"));
    }

    @Test
    void aMemberWhoComesBackStandsAtTheEnd() {
        assertThat(folded(CREATED, BO_JOINED, ADA_JOINED, BO_LEFT, BO_JOINED))
                .contains(
                        "(1,Name,About,5,\"2026-01-01 00:00:00+00\",\"2026-01-01 00:00:04+00\",2,4)",
                        "(1,6,member,\"2026-01-01 00:00:04+00\",4,\"2026-01-01 00:00:04+00\")");
    }

    @Test
    void coursesStandInTheOrderThatTheEventsSay() {
        assertThat(folded(CREATED, A_ASSIGNED, B_ASSIGNED)).contains("(1,11,0)", "(1,10,1)");
        tables.clear();
        assertThat(folded(CREATED, A_ASSIGNED, B_ASSIGNED, new GroupEvent.GroupCoursesReordered(GROUP, List.of(A, B))))
                .contains("(1,10,0)", "(1,11,1)");
        tables.clear();
        assertThat(folded(
                        CREATED,
                        A_ASSIGNED,
                        B_ASSIGNED,
                        new GroupEvent.CourseUnassignedFromGroup(GROUP, B, List.of(A))))
                .contains("(1,10,0)")
                .doesNotContain("(1,11,0)");
    }

    @Test
    void aDeletedGroupTakesItsMembersAndCoursesAlong() {
        assertThat(folded(CREATED, ADA_JOINED, A_ASSIGNED, new GroupEvent.GroupDeleted(GROUP)))
                .containsExactly("user_group", "group_member", "group_course");
    }

    @Test
    void eventsThatWereFoldedInLongAgoChangeNothing() {
        List<ViewEvent> events = Happened.of(List.of(CREATED, ADA_JOINED, BO_JOINED, BO_LEFT, A_ASSIGNED))
                .events();
        tables.fold(events);
        List<String> newest = tables.rows();

        tables.foldOneByOne(events);
        tables.fold(events.subList(1, 4));

        assertThat(tables.rows()).isEqualTo(newest);
    }

    @Test
    void aBatchOfWhichAPartWasFoldedInBeforeCountsOnlyTheRest() {
        List<ViewEvent> events =
                Happened.of(List.of(CREATED, ADA_JOINED, BO_JOINED)).events();
        tables.fold(events.subList(0, 2));

        tables.fold(events);

        assertThat(tables.rows())
                .contains("(1,Name,About,5,\"2026-01-01 00:00:00+00\",\"2026-01-01 00:00:02+00\",2,2)");
    }

    @Test
    void whatHappenedToADeletedGroupBringsNothingBack() {
        List<ViewEvent> events = Happened.of(
                        List.of(CREATED, ADA_JOINED, A_ASSIGNED, new GroupEvent.GroupDeleted(GROUP)))
                .events();
        tables.fold(events);

        tables.fold(events.subList(1, 3));

        assertThat(tables.rows()).containsExactly("user_group", "group_member", "group_course");
    }
}
