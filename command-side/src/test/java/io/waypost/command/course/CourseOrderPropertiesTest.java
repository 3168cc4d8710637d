package io.waypost.command.course;

import static io.waypost.command.course.CourseFixture.COURSE;
import static io.waypost.command.course.CourseFixture.knowing;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.module.ModuleId;
import io.waypost.api.ordering.Destination;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.InMemoryCommands;
import io.waypost.command.PlainOrder;
import io.waypost.command.course.CourseCommand.AddModuleToCourse;
import io.waypost.command.course.CourseCommand.CreateCourse;
import io.waypost.command.course.CourseCommand.MoveModuleInCourse;
import io.waypost.command.course.CourseCommand.RemoveModuleFromCourse;
import io.waypost.command.course.CourseCommand.ReorderCourseModules;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked of a course, its modules stand as a plain list would have them. */
class CourseOrderPropertiesTest {

    private static final int MODULES = 6;

    @Property(tries = 100)
    void modulesStandAsInPlainList(@ForAll("commands") List<CourseCommand> commands) {
        InMemoryCommands course =
                new InMemoryCommands(Course.class, knowing(modules().toArray(ModuleId[]::new)));
        CourseState state = course.send(new CreateCourse(COURSE, "Title", Optional.empty()), CourseState.class);
        for (CourseCommand command : commands) {
            state = carriedOut(course, fitting(command, state.moduleIds()), state);
        }
    }

    @Provide
    Arbitrary<List<CourseCommand>> commands() {
        return Arbitraries.oneOf(additions(), moves(), placements(), reorderings(), removals())
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<CourseCommand> additions() {
        return Combinators.combine(
                        ids(), Arbitraries.integers().between(-2, MODULES + 2).optional())
                .as((id, ordering) -> new AddModuleToCourse(COURSE, id, ordering));
    }

    private static Arbitrary<CourseCommand> moves() {
        return Combinators.combine(ids(), Arbitraries.integers().between(-2, MODULES + 2))
                .as((id, ordering) -> new MoveModuleInCourse(COURSE, id, new Destination.Position<>(ordering)));
    }

    private static Arbitrary<CourseCommand> placements() {
        return Combinators.combine(ids(), ids().optional())
                .as((id, other) -> new MoveModuleInCourse(COURSE, id, new Destination.After<>(other)));
    }

    private static Arbitrary<CourseCommand> reorderings() {
        return Arbitraries.oneOf(Arbitraries.shuffle(modules()), ids().list().ofMaxSize(MODULES - 1))
                .map(order -> new ReorderCourseModules(COURSE, order));
    }

    private static Arbitrary<CourseCommand> removals() {
        return ids().map(id -> new RemoveModuleFromCourse(COURSE, id));
    }

    private static Arbitrary<ModuleId> ids() {
        return Arbitraries.of(modules());
    }

    private static List<ModuleId> modules() {
        return LongStream.rangeClosed(1, MODULES).mapToObj(ModuleId::new).toList();
    }

    private static CourseState carriedOut(InMemoryCommands course, CourseCommand command, CourseState before) {
        Optional<List<ModuleId>> expected = expected(before.moduleIds(), command);
        if (expected.isEmpty()) {
            assertThat(isRefused(course, command)).isTrue();
            return before;
        }
        CourseState after = course.send(command, CourseState.class);
        assertThat(after.moduleIds()).isEqualTo(expected.get()).doesNotHaveDuplicates();
        int counted = expected.get().equals(before.moduleIds()) ? 0 : 1;
        assertThat(after.version()).isEqualTo(before.version() + counted);
        return after;
    }

    /** An order of all modules stands for one of those that are present: else hardly any would be a permutation. */
    private static CourseCommand fitting(CourseCommand command, List<ModuleId> present) {
        if (command instanceof ReorderCourseModules reorder
                && reorder.moduleIds().size() == MODULES) {
            return new ReorderCourseModules(
                    COURSE,
                    reorder.moduleIds().stream().filter(present::contains).toList());
        }
        return command;
    }

    private static Optional<List<ModuleId>> expected(List<ModuleId> present, CourseCommand command) {
        return switch (command) {
            case AddModuleToCourse add -> PlainOrder.add(present, add.moduleId(), add.ordering());
            case MoveModuleInCourse move ->
                switch (move.destination()) {
                    case Destination.Position<ModuleId> to ->
                        PlainOrder.moveTo(present, move.moduleId(), to.ordering());
                    case Destination.Unchanged<ModuleId> unchanged -> Optional.of(present);
                    case Destination.After<ModuleId> behind ->
                        PlainOrder.moveAfter(present, move.moduleId(), behind.predecessor());
                };
            case ReorderCourseModules reorder -> PlainOrder.reorder(present, reorder.moduleIds());
            case RemoveModuleFromCourse remove -> PlainOrder.remove(present, remove.moduleId());
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    private static boolean isRefused(InMemoryCommands course, CourseCommand command) {
        try {
            course.send(command, CourseState.class);
            return false;
        } catch (RequestRejected rejected) {
            return true;
        }
    }
}
