package io.waypost.command.group;

import static io.waypost.command.group.GroupFixture.ADA;
import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.courses;
import static io.waypost.command.group.GroupFixture.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent.CourseAssignedToGroup;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.InMemoryCommands;
import io.waypost.command.PlainOrder;
import io.waypost.command.group.GroupCommand.AssignCourseToGroup;
import io.waypost.command.group.GroupCommand.CreateGroup;
import io.waypost.command.group.GroupCommand.ReorderGroupCourses;
import io.waypost.command.group.GroupCommand.UnassignCourseFromGroup;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked of a group, its courses stand as a plain list would have them. */
class GroupCoursesPropertiesTest {

    private static final List<CourseId> COURSES =
            LongStream.rangeClosed(1, 5).mapToObj(CourseId::new).toList();

    @Property(tries = 100)
    void coursesStandAsInPlainList(@ForAll("commands") List<GroupCommand> commands) {
        InMemoryCommands group =
                new InMemoryCommands(Group.class, users(ADA), courses(COURSES.toArray(CourseId[]::new)));
        GroupState state = group.send(new CreateGroup(GROUP, "Group", Optional.empty(), ADA), GroupState.class);
        for (GroupCommand command : commands) {
            state = carriedOut(group, fitting(command, state.courseIds()), state);
        }
        assertThat(group.eventsOf(GROUP))
                .filteredOn(CourseAssignedToGroup.class::isInstance)
                .map(CourseAssignedToGroup.class::cast)
                .allSatisfy(assigned -> assertThat(assigned.courseIds().get(assigned.ordering()))
                        .isEqualTo(assigned.courseId()));
    }

    @Provide
    Arbitrary<List<GroupCommand>> commands() {
        Arbitrary<CourseId> ids = Arbitraries.of(COURSES);
        Arbitrary<GroupCommand> assignments = Combinators.combine(
                        ids,
                        Arbitraries.integers().between(-2, COURSES.size() + 2).optional())
                .as((id, ordering) -> new AssignCourseToGroup(GROUP, id, ordering));
        Arbitrary<GroupCommand> reorderings = Arbitraries.oneOf(
                        Arbitraries.shuffle(COURSES), ids.list().ofMaxSize(COURSES.size() - 1))
                .map(order -> new ReorderGroupCourses(GROUP, order));
        Arbitrary<GroupCommand> removals = ids.map(id -> new UnassignCourseFromGroup(GROUP, id));
        return Arbitraries.oneOf(assignments, assignments, reorderings, removals)
                .list()
                .ofMaxSize(30);
    }

    private static GroupState carriedOut(InMemoryCommands group, GroupCommand command, GroupState before) {
        Optional<List<CourseId>> expected = expected(before.courseIds(), command);
        if (expected.isEmpty()) {
            assertThat(isRefused(group, command)).isTrue();
            return before;
        }
        GroupState after = group.send(command, GroupState.class);
        assertThat(after.courseIds()).isEqualTo(expected.get()).doesNotHaveDuplicates();
        int counted = expected.get().equals(before.courseIds()) ? 0 : 1;
        assertThat(after.version()).isEqualTo(before.version() + counted);
        return after;
    }

    /** An order of all courses stands for one of those that are assigned: else hardly any would be a permutation. */
    private static GroupCommand fitting(GroupCommand command, List<CourseId> present) {
        if (command instanceof ReorderGroupCourses reorder
                && reorder.courseIds().size() == COURSES.size()) {
            return new ReorderGroupCourses(
                    GROUP,
                    reorder.courseIds().stream().filter(present::contains).toList());
        }
        return command;
    }

    private static Optional<List<CourseId>> expected(List<CourseId> present, GroupCommand command) {
        return switch (command) {
            case AssignCourseToGroup assign -> PlainOrder.add(present, assign.courseId(), assign.ordering());
            case ReorderGroupCourses reorder -> PlainOrder.reorder(present, reorder.courseIds());
            case UnassignCourseFromGroup unassign -> PlainOrder.remove(present, unassign.courseId());
            default -> throw new IllegalArgumentException("Not about courses: " + command);
        };
    }

    private static boolean isRefused(InMemoryCommands group, GroupCommand command) {
        try {
            group.send(command, GroupState.class);
            return false;
        } catch (RequestRejected refused) {
            return true;
        }
    }
}
