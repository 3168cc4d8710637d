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
import java.time.ZoneOffset;
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
                .atMost(Duration.ofMinutes(1))
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
        int next = 0;
        while (next < EVENTS) {
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

    private CourseId newCourse() {
        return new CourseId(ids.incrementAndGet());
    }

    private GroupId newGroup() {
        return new GroupId(ids.incrementAndGet());
    }

    private UserId newUser() {
        return new UserId(ids.incrementAndGet());
    }

    private static List<String> paths(CourseId course, GroupId group) {
        String path = "/api/courses/" + course.value();
        return List.of(path, path + "/modules", "/api/groups/" + group.value());
    }

    private static GroupEvent created(GroupId group, UserId by) {
        return new GroupEvent.GroupCreated(group, "Elm", Optional.empty(), by);
    }

    @Test
    void anAnswerAboutThePastSaysItsPositionAndNoVersion() {
        CourseId course = newCourse();
        long created = log.append(created(course));
        Instant at = log.events().getLast().at();
        awaitPosition(log.append(new CourseEvent.CourseRevised(course, "New", Optional.empty())));

        List<Object> moments = List.of(created, at.plusMillis(500), at.atOffset(ZoneOffset.ofHours(2)));
        for (Object moment : moments) {
            Answer answer = node.get("/api/courses/" + course.value() + "?as_of=" + moment, admin);

            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
            assertThat(answer.body().get("title").asString()).isEqualTo("Old");
            assertThat(answer.header(SnapshotReads.AS_OF)).contains(Long.toString(created));
            assertThat(answer.header("ETag")).isEmpty();
        }
    }

    @Test
    void aMomentThatIsNoneOrAheadIsInvalidWhetherOrNotTheThingExists() {
        CourseId course = newCourse();
        long head = log.append(created(course));
        awaitPosition(head);

        for (String path : paths(course, newGroup())) {
            for (Object moment :
                    List.of("", "now", "-1", "1.0", head + 1, "99999999999999999999", "9999-12-31T00:00:00Z")) {
                Answer answer = node.get(path + "?as_of=" + moment, admin);

                assertThat(answer.status()).as(path + " " + moment).isEqualTo(422);
                assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("as_of");
            }
        }
    }

    @Test
    void whatWasNotThereThenIsNotFoundAndWhatIsGoneNowIs() {
        CourseId course = newCourse();
        GroupId group = newGroup();
        long last = log.append(created(course), created(group, newUser()));
        awaitPosition(log.append(new CourseEvent.CourseDeleted(course), new GroupEvent.GroupDeleted(group)));

        for (String path : paths(course, group)) {
            assertThat(node.get(path + "?as_of=0", admin).status()).isEqualTo(404);
            assertThat(node.get(path + "?as_of=" + last, admin).status()).isEqualTo(200);
            assertThat(node.get(path + "?as_of=" + (last + 2), admin).status()).isEqualTo(404);
            assertThat(node.get(path, admin).status()).isEqualTo(404);
        }
    }

    @Test
    void whoMaySeeThePastIsDecidedByTheRightsOfNow() {
        CourseId course = newCourse();
        GroupId group = newGroup();
        UserId former = newUser();
        UserId present = newUser();
        String formers = tokens.of(former.value(), SystemRole.USER);
        String presents = tokens.of(present.value(), SystemRole.USER);
        String managers = tokens.of(newUser().value(), SystemRole.MANAGER);
        long then = log.append(
                created(course),
                created(group, former),
                new GroupEvent.CourseAssignedToGroup(group, course, 0, List.of(course)),
                new GroupEvent.MemberAddedToGroup(group, former, GroupRole.MEMBER));
        awaitPosition(log.append(
                new GroupEvent.MemberRemovedFromGroup(group, former),
                new GroupEvent.MemberAddedToGroup(group, present, GroupRole.MEMBER)));

        for (String path : paths(course, group)) {
            String past = path + "?as_of=" + then;
            assertThat(node.get(past, formers).status()).isEqualTo(403);
            assertThat(node.get(past, presents).status()).isEqualTo(200);
            assertThat(node.get(past, managers).status()).isEqualTo(200);
            assertThat(node.get(past, "no token").status()).isEqualTo(401);
        }
        assertThat(node.get("/api/groups/" + group.value() + "?as_of=" + then, presents)
                        .body()
                        .at("/members/0/user_id")
                        .asLong())
                .isEqualTo(former.value());
    }

    @Test
    void whoWasErasedSinceIsNotAmongTheMembersOfThen() {
        GroupId group = newGroup();
        UserId erased = newUser();
        tokens.of(erased.value(), SystemRole.USER);
        long then =
                log.append(created(group, erased), new GroupEvent.MemberAddedToGroup(group, erased, GroupRole.OWNER));
        awaitPosition(then);
        accounts.erase(erased.value());

        JsonNode answer = node.get("/api/groups/" + group.value() + "?as_of=" + then, admin)
                .body();

        assertThat(answer.get("members").size()).isZero();
        assertThat(answer.get("member_count").asInt()).isZero();
        assertThat(answer.get("created_by").asString()).isEqualTo("erased user " + erased.value());
    }
}
