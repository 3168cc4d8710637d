package io.waypost.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import io.waypost.query.testing.Accounts;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.RandomHistory;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Answers about the past, against the answers that were given then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsOfIT {

    private static final int EVENTS = 120;
    private static final long ADMIN = 1;

    private final TestDatabase database = TestDatabase.create();
    private final Accounts accounts = new Accounts(database);
    private final EventLog log = new EventLog(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    /** Beyond those of a random history. */
    private final AtomicLong ids = new AtomicLong(1000);

    private final String admin = tokens.of(ADMIN, SystemRole.ADMIN);

    @AfterAll
    void stop() {
        node.close();
    }

    /** So that members are shown. */
    private void giveAccount(Object event) {
        if (event instanceof UserEvent.UserRegistered registered
                && registered.userId().value() != ADMIN) {
            long id = registered.userId().value();
            accounts.add(id, "member" + id, SystemRole.USER);
        }
    }

    private static CourseEvent created(CourseId course) {
        return new CourseEvent.CourseCreated(course, "Old", Optional.empty());
    }

    private static List<String> paths(List<Object> history) {
        Set<String> paths = new LinkedHashSet<>();
        for (Object event : history) {
            if (event instanceof CourseEvent course) {
                paths.add("/api/courses/" + course.courseId().value());
                paths.add("/api/courses/" + course.courseId().value() + "/modules");
            }
            if (event instanceof GroupEvent group) {
                paths.add("/api/groups/" + group.groupId().value());
            }
        }
        return List.copyOf(paths);
    }

    /** What everything says, and what is not there. */
    private Map<String, String> answers(List<String> paths, String parameter) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : paths) {
            Answer answer = node.get(path + parameter, admin);
            answers.put(path, answer.status() + " " + answer.raw().body());
        }
        return answers;
    }

    private void awaitPosition(long position) {
        await().pollInterval(Duration.ofMillis(2))
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(20))
                .until(() -> node.get("/api/courses", admin)
                        .header(SnapshotReads.AS_OF)
                        .filter(asOf -> Long.parseLong(asOf) >= position)
                        .isPresent());
    }

    @Test
    void theMomentsOfARandomHistoryAreToldAsTheyWere() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Object> history = RandomHistory.of(seed, EVENTS);
        history.forEach(this::giveAccount);
        List<String> paths = paths(history);
        Map<Long, Map<String, String>> then = new LinkedHashMap<>();
        Map<Long, Instant> times = new LinkedHashMap<>();
        for (int next = 0; next < EVENTS; ) {
            int end = Math.min(EVENTS, next + 1 + random.nextInt(7));
            long position = log.append(history.subList(next, end));
            next = end;
            awaitPosition(position);
            then.put(position, answers(paths, ""));
            times.put(position, log.events().getLast().at());
        }

        then.forEach((position, expected) -> assertThat(answers(paths, "?as_of=" + position))
                .as("seed %d, position %d", seed, position)
                .isEqualTo(expected));
        long middle = List.copyOf(then.keySet()).get(then.size() / 2);
        assertThat(answers(paths, "?as_of=" + times.get(middle)))
                .as("seed %d, time of position %d", seed, middle)
                .isEqualTo(then.get(middle));
    }

    @Test
    void anAnswerAboutThePastSaysItsPositionAndNoVersion() {
        long created = log.append(created(COURSE));
        awaitPosition(log.append(new CourseEvent.CourseRevised(COURSE, "New", Optional.empty())));

        for (String moment : List.of(Long.toString(created), "2026-01-01T00:00:00.500Z", "2026-01-01T02:00:00+02:00")) {
            Answer answer = node.get("/api/courses/10?as_of=" + moment, admin);

            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
            assertThat(answer.body().get("title").asString()).isEqualTo("Old");
            assertThat(answer.header(SnapshotReads.AS_OF)).contains(Long.toString(created));
            assertThat(answer.header("ETag")).isEmpty();
        }
    }

    @Test
    void aMomentThatIsNoneOrAheadIsInvalidWhetherOrNotTheThingExists() {
        awaitPosition(log.append(created(COURSE)));

        for (String path : List.of("/api/courses/10", "/api/courses/99/modules", "/api/groups/99")) {
            for (String moment : List.of("", "now", "-1", "1.0", "2", "99999999999999999999", "9999-12-31T00:00:00Z")) {
                Answer answer = node.get(path + "?as_of=" + moment, admin);

                assertThat(answer.status()).as(path + " " + moment).isEqualTo(422);
                assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("as_of");
            }
        }
    }

    @Test
    void whatWasNotThereThenIsNotFoundAndWhatIsGoneNowIs() {
        GroupEvent group = new GroupEvent.GroupCreated(GROUP, "Elm", Optional.empty(), new UserId(1));
        long last = log.append(created(COURSE), group);
        awaitPosition(log.append(new CourseEvent.CourseDeleted(COURSE), new GroupEvent.GroupDeleted(GROUP)));

        for (String path : List.of("/api/courses/10", "/api/courses/10/modules", "/api/groups/30")) {
            assertThat(node.get(path + "?as_of=0", admin).status()).isEqualTo(404);
            assertThat(node.get(path + "?as_of=" + last, admin).status()).isEqualTo(200);
            assertThat(node.get(path + "?as_of=" + (last + 2), admin).status()).isEqualTo(404);
            assertThat(node.get(path, admin).status()).isEqualTo(404);
        }
    }

    @Test
    void whoMaySeeThePastIsDecidedByTheRightsOfNow() {
        String former = tokens.of(3, SystemRole.USER);
        String present = tokens.of(4, SystemRole.USER);
        String manager = tokens.of(5, SystemRole.MANAGER);
        long then = log.append(
                created(COURSE),
                new GroupEvent.GroupCreated(GROUP, "Elm", Optional.empty(), new UserId(1)),
                new GroupEvent.CourseAssignedToGroup(GROUP, COURSE, 0, List.of(COURSE)),
                new GroupEvent.MemberAddedToGroup(GROUP, new UserId(3), GroupRole.MEMBER));
        awaitPosition(log.append(
                new GroupEvent.MemberRemovedFromGroup(GROUP, new UserId(3)),
                new GroupEvent.MemberAddedToGroup(GROUP, new UserId(4), GroupRole.MEMBER)));

        for (String path : List.of("/api/courses/10", "/api/courses/10/modules", "/api/groups/30")) {
            String past = path + "?as_of=" + then;
            assertThat(node.get(past, former).status()).isEqualTo(403);
            assertThat(node.get(past, present).status()).isEqualTo(200);
            assertThat(node.get(past, manager).status()).isEqualTo(200);
            assertThat(node.get(past, "no token").status()).isEqualTo(401);
        }
        assertThat(node.get("/api/groups/30?as_of=" + then, present)
                        .body()
                        .at("/members/0/user_id")
                        .asLong())
                .isEqualTo(3);
    }

    @Test
    void whoWasErasedSinceIsNotAmongTheMembersOfThen() {
        tokens.of(3, SystemRole.USER);
        long then = log.append(
                new GroupEvent.GroupCreated(GROUP, "Elm", Optional.empty(), new UserId(3)),
                new GroupEvent.MemberAddedToGroup(GROUP, new UserId(3), GroupRole.OWNER));
        awaitPosition(then);
        accounts.erase(3);

        JsonNode group = node.get("/api/groups/30?as_of=" + then, admin).body();

        assertThat(group.get("members").size()).isZero();
        assertThat(group.get("member_count").asInt()).isZero();
        assertThat(group.get("created_by").asString()).isEqualTo("erased user 3");
    }
}
