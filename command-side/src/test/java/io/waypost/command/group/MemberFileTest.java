package io.waypost.command.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.waypost.api.group.GroupRole;
import io.waypost.api.user.UserId;
import io.waypost.command.group.GroupCommand.ImportMembers.Newcomer;
import io.waypost.command.group.MemberFile.Line;
import io.waypost.platform.web.FieldProblem;
import io.waypost.platform.web.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberFileTest {

    private static final String ROLE = "has a role that is not member, moderator or owner";
    private static final UserId ADA = new UserId(1);
    private static final UserId BEN = new UserId(2);
    private static final UserId JO = new UserId(3);
    private static final Map<String, Set<UserId>> KNOWN = Map.of(
            "ada", Set.of(ADA),
            "ada@example.org", Set.of(ADA),
            "ben", Set.of(BEN),
            "Jörg, senior", Set.of(JO),
            "both", Set.of(ADA, BEN));

    @Test
    void readsUsersAndTheirRoles() {
        MemberFile file = MemberFile.read("ada,owner\nben,moderator\n\"Jörg, senior\",member\n");

        assertThat(file.lines())
                .containsExactly(
                        new Line(1, "ada", GroupRole.OWNER),
                        new Line(2, "ben", GroupRole.MODERATOR),
                        new Line(3, "Jörg, senior", GroupRole.MEMBER));
        assertThat(file.newcomers(KNOWN))
                .containsExactly(
                        new Newcomer(ADA, GroupRole.OWNER),
                        new Newcomer(BEN, GroupRole.MODERATOR),
                        new Newcomer(JO, GroupRole.MEMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada\n", "ada\r\n", "ada,", " ada , ", "\"ada\"", "ada,member", "\uFEFFada"})
    void takesWhoHasNoRoleForPlainMember(String text) {
        assertThat(MemberFile.read(text).newcomers(KNOWN)).containsExactly(new Newcomer(ADA, GroupRole.MEMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"user,role\nada", "User, Role\r\nada\r\n", "\uFEFFuser,role\nada", "\"user\",\"role\"\nada"})
    void passesOverHeader(String text) {
        assertThat(MemberFile.read(text).lines()).containsExactly(new Line(2, "ada", GroupRole.MEMBER));
    }

    @Test
    void takesHeaderForOneInTheFirstLineOnly() {
        assertThat(problemsOf("ada\nuser,role")).containsExactly(tuple("line 2", ROLE));
        assertThat(problemsOf("user\nada")).containsExactly(tuple("line 1", "names no user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "user,role", "user,role\r\n", "\uFEFF"})
    void rejectsFileThatNamesNobody(String text) {
        assertThatThrownBy(() -> MemberFile.read(text))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid ->
                                assertThat(invalid.errors()).containsExactly(new FieldProblem("body", "names nobody")));
    }

    @Test
    void passesOverLinesWithoutAnything() {
        assertThat(MemberFile.read("\nada\n\n  \nben\n\n").lines())
                .containsExactly(new Line(2, "ada", GroupRole.MEMBER), new Line(5, "ben", GroupRole.MEMBER));
    }

    @Test
    void saysAllThatIsWrongInOrder() {
        assertThat(problemsOf("user,role\nnobody\nada,boss\n\nada,member,x\nada\n,member\nada,owner\nboth\n"))
                .containsExactly(
                        tuple("line 2", "names no user"),
                        tuple("line 3", ROLE),
                        tuple("line 5", "has more than a user and a role"),
                        tuple("line 7", "is blank where the user should be"),
                        tuple("line 8", "names a user of an earlier line, with another role"),
                        tuple("line 9", "names more than one user"));
    }

    @Test
    void takesUserTwiceInTheSameRole() {
        assertThat(MemberFile.read("ada,owner\nada@example.org,owner").newcomers(KNOWN))
                .containsExactly(new Newcomer(ADA, GroupRole.OWNER), new Newcomer(ADA, GroupRole.OWNER));
    }

    @Test
    void rejectsUserTwiceUnderTwoNamesInTwoRoles() {
        assertThat(problemsOf("ada\nben\nada@example.org,owner"))
                .containsExactly(tuple("line 3", "names a user of an earlier line, with another role"));
    }

    @Test
    void countsLinesWithinQuotes() {
        assertThat(problemsOf("\"two\nlines\"\nada\nnobody"))
                .containsExactly(tuple("line 1", "names no user"), tuple("line 4", "names no user"));
    }

    @Test
    void stopsWhereItCannotRead() {
        assertThat(problemsOf("nobody\nada\n\"ben\" x,owner\nnobody"))
                .containsExactly(
                        tuple("line 1", "names no user"),
                        tuple("line 3", "cannot be read, and neither can what follows it"));
        assertThat(problemsOf("ada\n\"ben"))
                .containsExactly(tuple("line 2", "cannot be read, and neither can what follows it"));
    }

    @Test
    void readsTenThousandLines() {
        String text = IntStream.range(0, 10_000).mapToObj(i -> "user" + i).collect(Collectors.joining("\n"));

        assertThat(MemberFile.read(text).lines())
                .hasSize(10_000)
                .last()
                .isEqualTo(new Line(10_000, "user9999", GroupRole.MEMBER));
    }

    private static List<Tuple> problemsOf(String text) {
        MemberFile file = MemberFile.read(text);
        try {
            file.newcomers(KNOWN);
            return List.of();
        } catch (InvalidInput invalid) {
            return invalid.errors().stream()
                    .map(problem -> tuple(problem.field(), problem.message()))
                    .toList();
        }
    }
}
