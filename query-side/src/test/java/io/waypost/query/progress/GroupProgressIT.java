package io.waypost.query.progress;

import static io.waypost.query.progress.Learning.completed;
import static io.waypost.query.progress.Learning.course;
import static io.waypost.query.progress.Learning.courseCompleted;
import static io.waypost.query.progress.Learning.module;
import static io.waypost.query.progress.Learning.post;
import static io.waypost.query.progress.Learning.shown;
import static io.waypost.query.progress.Learning.watched;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.query.testing.Accounts;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A group with the courses 2 (three posts) and 1 (one post, as well in course 2), in this order, and four members: the
 * owner Ada, the moderator Bo, and Cy and Di, who have the same name. Bo has completed course 1, Di has done two posts of
 * course 2, Cy has only watched.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupProgressIT {

    private static final String PATH = "/api/groups/50/progress";
    private static final GroupId GROUP = new GroupId(50);
    private static final GroupId LARGE = new GroupId(51);
    private static final long ADA = 2;
    private static final long BO = 3;
    private static final long CY = 4;
    private static final long DI = 5;
    private static final long STRANGER = 6;
    private static final int FIRST_OF_LARGE = 1_000;
    private static final int SIZE_OF_LARGE = 250;

    private final TestDatabase database = TestDatabase.create();
    private final Accounts accounts = new Accounts(database);
    private final EventLog log = new EventLog(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String manager = tokens.of(1, SystemRole.MANAGER);

    @BeforeAll
    void appendEvents() {
        accounts.add(ADA, "zed", SystemRole.USER);
        accounts.name(ADA, "Ada", "=Abel");
        accounts.add(BO, "bo", SystemRole.USER);
        accounts.name(BO, "Bo", "berg");
        accounts.add(CY, "same2", SystemRole.USER);
        accounts.name(CY, "Same", "Name");
        accounts.add(DI, "same1", SystemRole.USER);
        accounts.name(DI, "Same", "Name");
        accounts.add(STRANGER, "stranger", SystemRole.USER);
        accounts.addMany(FIRST_OF_LARGE, FIRST_OF_LARGE + SIZE_OF_LARGE - 1);
        List<Object> events = new ArrayList<>(List.of(
                course(1),
                course(2),
                course(3),
                module(10),
                module(20),
                shown(1, 10, 10),
                shown(2, 20, 20),
                shown(2, 10, 20, 10),
                post(10, 100, 100),
                post(20, 200, 200),
                post(20, 201, 200, 201),
                new GroupEvent.GroupCreated(GROUP, "Group", Optional.empty(), new UserId(1)),
                given(GROUP, 1, 1),
                given(GROUP, 2, 2, 1),
                joined(GROUP, ADA, GroupRole.OWNER),
                joined(GROUP, BO, GroupRole.MODERATOR),
                joined(GROUP, CY, GroupRole.MEMBER),
                joined(GROUP, DI, GroupRole.MEMBER),
                joined(GROUP, 99, GroupRole.MEMBER),
                completed(BO, 100),
                courseCompleted(BO, 1, Happened.START.plusSeconds(19)),
                completed(DI, 200),
                completed(DI, 201),
                watched(CY, 100, 10)));
        events.addAll(largeGroup());
        node.awaitPosition(log.append(events), manager);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private static List<Object> largeGroup() {
        List<Object> events = new ArrayList<>(List.of(
                new GroupEvent.GroupCreated(LARGE, "Large", Optional.empty(), new UserId(1)),
                given(LARGE, 2, 2),
                given(LARGE, 1, 2, 1)));
        for (int i = 0; i < SIZE_OF_LARGE; i++) {
            events.add(joined(LARGE, FIRST_OF_LARGE + i, GroupRole.MEMBER));
            for (int done = 0; done < i % 4; done++) {
                events.add(
                        completed(FIRST_OF_LARGE + i, List.of(100L, 200L, 201L).get(done)));
            }
        }
        return events;
    }

    private static Object joined(GroupId group, long user, GroupRole role) {
        return new GroupEvent.MemberAddedToGroup(group, new UserId(user), role);
    }

    private static Object given(GroupId group, long course, long... courses) {
        List<CourseId> ids = LongStream.of(courses).mapToObj(CourseId::new).toList();
        return new GroupEvent.CourseAssignedToGroup(group, new CourseId(course), 0, ids);
    }

    /** Which user with which course, in the order given. */
    private static List<String> pairs(JsonNode items) {
        List<String> pairs = new ArrayList<>();
        items.forEach(item -> pairs.add(item.get("user_id") + "-" + item.get("course_id")));
        return pairs;
    }

    private List<String> pairs(String parameters) {
        Answer answer = node.get(PATH + parameters, manager);
        assertThat(answer.status()).isEqualTo(200);
        return pairs(answer.body().get("items"));
    }

    private Answer csv(String path, String token) {
        return node.get(path, Map.of("Authorization", "Bearer " + token, "Accept", "text/csv"));
    }

    @Test
    void eachMemberStandsWithEachCourseOfTheGroup() {
        Answer answer = node.get(PATH + "?limit=4", manager);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Waypost-As-Of")).isPresent();
        assertThat(answer.body().get("items").get(3).toString()).isEqualTo("""
                {"user_id":3,"username":"bo","first_name":"Bo","last_name":"berg","course_id":1,\
                "course_title":"Course 1","completed_posts":1,"total_posts":1,"percent":100,\
                "completed_at":"2026-01-01T00:00:19Z","new_posts":0,"last_activity_at":"2026-01-01T00:00:19Z",\
                "next_post_id":null}""");
    }

    @Test
    void theFiguresAreThoseThatTheUserSees() {
        JsonNode own =
                node.get("/api/me/progress", tokens.of(DI, SystemRole.USER)).body();
        JsonNode item =
                node.get(PATH + "?course_id=2&sort=percent", manager).body().at("/items/0");

        assertThat(item.get("user_id").asLong()).isEqualTo(DI);
        own.get(1)
                .properties()
                .forEach(field ->
                        assertThat(item.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
        assertThat(item.get("next_post_id").asLong()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "''              , 2-2 2-1 3-2 3-1 5-2 5-1 4-2 4-1",
        "?order=desc     , 4-2 4-1 5-2 5-1 3-2 3-1 2-2 2-1",
        "?sort=name&order=asc, 2-2 2-1 3-2 3-1 5-2 5-1 4-2 4-1",
        "?sort=percent   , 3-1 5-2 3-2 2-2 2-1 5-1 4-2 4-1",
        "?sort=percent&order=asc, 2-2 2-1 5-1 4-2 4-1 3-2 5-2 3-1",
        "?sort=last_activity, 4-2 4-1 5-2 3-2 3-1 2-2 2-1 5-1",
        "?sort=last_activity&order=asc, 3-2 3-1 5-2 4-2 4-1 2-2 2-1 5-1",
        "?course_id=1    , 2-1 3-1 5-1 4-1",
        "?course_id=2&sort=percent, 5-2 3-2 2-2 4-2"
    })
    void theListIsSortedAsAsked(String parameters, String expected) {
        assertThat(String.join(" ", pairs(parameters))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=name",
                "sort=name&order=desc",
                "sort=percent",
                "sort=percent&order=asc",
                "sort=last_activity",
                "sort=last_activity&order=asc"
            })
    void pagesGiveTheWholeListWithoutHolesAndRepetitions(String order) {
        String path = "/api/groups/51/progress?limit=7&" + order;
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            JsonNode page = node.get(path + cursor.map(c -> "&cursor=" + c).orElse(""), manager)
                    .body();
            paged.addAll(pairs(page.get("items")));
            cursor = Optional.of(page.get("next_cursor"))
                    .filter(next -> !next.isNull())
                    .map(JsonNode::asString);
        } while (cursor.isPresent());

        assertThat(paged).hasSize(2 * SIZE_OF_LARGE).doesNotHaveDuplicates();
        List<String> streamed = csv("/api/groups/51/progress?" + order, manager)
                .raw()
                .body()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> cells[0] + "-" + cells[4])
                .toList();
        assertThat(paged).isEqualTo(streamed);
    }

    @Test
    void theNextPageGoesOnWhereTheLastOneEndedEvenIfThatHasMoved() {
        GroupId group = new GroupId(60);
        List<Object> events = new ArrayList<>(List.of(
                new GroupEvent.GroupCreated(group, "Moving", Optional.empty(), new UserId(1)), given(group, 2, 2)));
        IntStream.range(0, 4).forEach(i -> {
            accounts.add(70 + i, "moving" + i, SystemRole.USER);
            events.add(joined(group, 70 + i, GroupRole.MEMBER));
            events.add(completed(70 + i, 200));
        });
        node.awaitPosition(log.append(events), manager);
        String path = "/api/groups/60/progress?sort=percent&limit=2";
        JsonNode first = node.get(path, manager).body();
        assertThat(pairs(first.get("items"))).containsExactly("70-2", "71-2");

        node.awaitPosition(log.append(completed(71, 100), completed(71, 201)), manager);

        JsonNode second = node.get(path + "&cursor=" + first.get("next_cursor").asString(), manager)
                .body();
        assertThat(pairs(second.get("items"))).containsExactly("72-2", "73-2");
    }

    @Test
    void aCursorHoldsNoName() {
        String cursor =
                node.get(PATH + "?limit=3", manager).body().get("next_cursor").asString();

        assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
                .isEqualTo("name-asc/0/3/0");
    }

    @Test
    void aClientThatAcceptsCsvGetsItAllWithoutFormulas() {
        Answer answer = csv(PATH + "?course_id=2&sort=percent&limit=1", manager);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).contains("attachment; filename=\"group-50-progress.csv\"");
        assertThat(answer.raw().body()).isEqualTo("""
                user_id,username,first_name,last_name,course_id,course_title,completed_posts,total_posts,percent,\
                completed_at,new_posts,last_activity_at,next_post_id
                5,same1,Same,Name,2,Course 2,2,3,66,,0,2026-01-01T00:00:22Z,100
                3,bo,Bo,berg,2,Course 2,1,3,33,,0,2026-01-01T00:00:19Z,200
                2,zed,Ada,'=Abel,2,Course 2,0,3,0,,0,,200
                4,same2,Same,Name,2,Course 2,0,3,0,,0,2026-01-01T00:00:23Z,200
                """.replace("\n", "\r\n"));
    }

    @Test
    void thoseWhoLeadTheGroupSeeIt() {
        assertThat(node.get(PATH, tokens.of(ADA, SystemRole.USER)).status()).isEqualTo(200);
        assertThat(node.get(PATH, tokens.of(BO, SystemRole.USER)).status()).isEqualTo(200);
        assertThat(csv(PATH, tokens.of(BO, SystemRole.USER)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {CY, STRANGER})
    void othersDoNot(long user) {
        String token = tokens.of(user, SystemRole.USER);

        assertThat(node.get(PATH, token).status()).isEqualTo(403);
        assertThat(csv(PATH, token).status()).isEqualTo(403);
        assertThat(node.get(PATH + "?course_id=77", token).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/groups/77/progress, 404",
        "/api/groups/x/progress, 422",
        "/api/groups/50/progress?course_id=77, 404",
        "/api/groups/50/progress?course_id=3, 404",
        "/api/groups/50/progress?course_id=x, 422",
        "/api/groups/50/progress?sort=age, 422",
        "/api/groups/50/progress?order=up, 422",
        "/api/groups/77/progress?sort=age, 422",
        "/api/groups/50/progress?limit=0, 422",
        "/api/groups/50/progress?limit=201, 422",
        "/api/groups/77/progress?cursor=YWJj, 422",
        "/api/groups/50/progress?sort=percent&cursor=bmFtZS1hc2MvMC8zLzA, 422",
        "/api/groups/50/progress?cursor=bmFtZS1hc2MvMC95LzA, 422",
        "/api/groups/50/progress?cursor=bmFtZS1hc2MvMC85OS8w, 422"
    })
    void whatCannotBeAnswered(String path, int status) {
        assertThat(node.get(path, manager).status()).isEqualTo(status);
    }

    @Test
    void withoutATokenThereIsNothing() {
        assertThat(node.get(PATH, Map.of()).status()).isEqualTo(401);
        assertThat(node.get(PATH, Map.of("Accept", "text/csv")).status()).isEqualTo(401);
    }
}
