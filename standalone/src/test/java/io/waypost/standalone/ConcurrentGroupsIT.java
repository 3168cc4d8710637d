package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many clients change one group at the same time. */
@ExtendWith(SharedWaypost.class)
class ConcurrentGroupsIT {

    private Api api;
    private Groups groups;
    private Participants people;

    @BeforeEach
    void signIn(Api signedIn, RunningWaypost waypost) {
        api = signedIn;
        groups = new Groups(signedIn, waypost);
        people = new Participants(waypost);
    }

    @RepeatedTest(8)
    void ofTwoWhoRemoveTheLastTwoOwnersOneWins() throws Exception {
        OwnedByTwo group = ownedByTwo();

        List<Answer> answers = ConcurrentEditsIT.inParallel(List.of(
                () -> api.delete(Groups.member(group.id(), group.first())),
                () -> api.delete(Groups.member(group.id(), group.second()))));

        assertOneWon(answers, 204);
        assertThat(groups.members(group.id())).hasSize(1).containsValue("owner");
    }

    @RepeatedTest(8)
    void ofTwoWhoDemoteTheLastTwoOwnersOneWins() throws Exception {
        OwnedByTwo group = ownedByTwo();
        Map<String, String> role = Map.of("role", "member");

        List<Answer> answers = ConcurrentEditsIT.inParallel(List.of(
                () -> api.patch(Groups.member(group.id(), group.first()) + "/role", role),
                () -> api.patch(Groups.member(group.id(), group.second()) + "/role", role)));

        assertOneWon(answers, 200);
        assertThat(groups.members(group.id())).hasSize(2).containsValue("owner").containsValue("member");
    }

    @RepeatedTest(4)
    void ofTwoWhoRemoveAndDemoteTheLastTwoOwnersOneWins() throws Exception {
        OwnedByTwo group = ownedByTwo();

        List<Answer> answers = ConcurrentEditsIT.inParallel(List.of(
                () -> api.delete(Groups.member(group.id(), group.first())),
                () -> api.patch(Groups.member(group.id(), group.second()) + "/role", Map.of("role", "moderator"))));

        assertThat(answers.stream().filter(answer -> answer.status() < 300)).hasSize(1);
        assertThat(groups.members(group.id())).containsValue("owner");
    }

    @Test
    void oneOfManyWhoAddTheSameUserWins() throws Exception {
        long group = groups.group();
        long user = people.user();
        List<Callable<Answer>> attempts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            attempts.add(() -> api.post(Groups.member(group, user), Map.of()));
        }

        List<Answer> answers = ConcurrentEditsIT.inParallel(attempts);

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expectProblem(400, "already_member"));
    }

    @Test
    void manyWhoJoinAtOnceAllBecomeMembers() throws Exception {
        long group = groups.group();
        List<Callable<Answer>> joins = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long user = people.user();
            joins.add(() -> api.post(Groups.member(group, user), Map.of()));
        }

        List<Answer> answers = ConcurrentEditsIT.inParallel(joins);

        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(groups.members(group)).hasSize(61);
    }

    private OwnedByTwo ownedByTwo() {
        long first = people.manager();
        long id = new Groups(people.manager(first), groups.jdbc()).group();
        long second = people.user();
        groups.add(id, second, "owner");
        return new OwnedByTwo(id, first, second);
    }

    private static void assertOneWon(List<Answer> answers, int status) {
        assertThat(answers.stream().filter(answer -> answer.status() == status)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != status)
                .forEach(answer -> answer.expectProblem(400, "last_owner"));
    }

    private record OwnedByTwo(long id, long first, long second) {}
}
