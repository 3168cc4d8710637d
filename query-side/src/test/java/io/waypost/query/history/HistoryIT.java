package io.waypost.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import io.waypost.query.testing.Accounts;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryIT {

    private static final CourseId COURSE = new CourseId(10);
    private static final ModuleId MODULE = new ModuleId(20);
    private static final GroupId GROUP = new GroupId(30);
    private static final GroupId OTHER_GROUP = new GroupId(31);
    private static final UserId PARENT = new UserId(3);
    private static final UserId OTHER = new UserId(4);

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(database);
    private final Accounts accounts = new Accounts(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String admin = tokens.of(1, SystemRole.ADMIN);

    @BeforeAll
    void appendEvents() {
        accounts.add(1, "root", SystemRole.ADMIN);
        accounts.add(3, "parent", SystemRole.USER);
        log.appendBy(1, new CourseEvent.CourseCreated(COURSE, "Nights", Optional.empty()));
        log.appendBy(
                17,
                new ModuleEvent.ModuleCreated(MODULE, "Sleep", Optional.of("About"), Optional.of(new Color("#aabbcc"))),
                new CourseEvent.ModuleAddedToCourse(COURSE, MODULE, 0, List.of(MODULE)));
        log.appendBy(1, new ModuleEvent.ModuleDeleted(MODULE));
        log.append(new CourseEvent.ModuleRemovedFromCourse(COURSE, MODULE, List.of()));
        log.append(
                new UserEvent.UserRegistered(PARENT, SystemRole.USER),
                new UserEvent.UserRegistered(OTHER, SystemRole.USER));
        log.appendBy(
                1,
                new GroupEvent.GroupCreated(GROUP, "Elm", Optional.empty(), new UserId(1)),
                new GroupEvent.MemberAddedToGroup(GROUP, PARENT, GroupRole.MEMBER),
                new GroupEvent.MemberAddedToGroup(GROUP, OTHER, GroupRole.OWNER),
                new GroupEvent.MemberAddedToGroup(OTHER_GROUP, PARENT, GroupRole.MEMBER),
                new LearnerEvent.CourseAssignedToLearner(LearnerId.of(PARENT), COURSE),
                new LearnerEvent.CourseAssignedToLearner(LearnerId.of(OTHER), COURSE),
                new GroupEvent.MemberRoleChanged(GROUP, PARENT, GroupRole.MODERATOR),
                new GroupEvent.GroupOwnershipInherited(GROUP, PARENT, OTHER),
                new GroupEvent.MemberRemovedFromGroup(GROUP, OTHER),
                new GroupEvent.MemberRemovedFromGroup(OTHER_GROUP, PARENT),
                new UserEvent.UserDisabled(PARENT));
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private JsonNode items(String path) {
        Answer answer = node.get(path, admin);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().get("items");
    }

    private List<String> types(String path) {
        List<String> types = new ArrayList<>();
        items(path).forEach(item -> types.add(item.get("type").asString()));
        return types;
    }

    @Test
    void aCourseShowsWhatHappenedToItNewestFirstAndWhoDidIt() {
        Answer answer = node.get("/api/courses/10/history", admin);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Waypost-As-Of")).isPresent();
        assertThat(answer.body().toString().replaceAll("\"event_id\":\"[0-9a-f-]{36}\",", ""))
                .isEqualTo("""
                {"items":[\
                {"position":5,"type":"ModuleRemovedFromCourse","at":"2026-01-01T00:00:04Z","who":null,\
                "data":{"course_id":10,"module_id":20,"module_ids":[]}},\
                {"position":3,"type":"ModuleAddedToCourse","at":"2026-01-01T00:00:02Z",\
                "who":{"id":17,"username":"erased user 17"},\
                "data":{"course_id":10,"module_id":20,"ordering":0,"module_ids":[20]}},\
                {"position":1,"type":"CourseCreated","at":"2026-01-01T00:00:00Z",\
                "who":{"id":1,"username":"root"},\
                "data":{"course_id":10,"title":"Nights","description":null}}],\
                "next_cursor":null}""");
    }

    @Test
    void theEventIdIsTheOneOfTheEvent() {
        String stored = database.asOwner()
                .sql("select event_id from waypost_write.domain_event where global_index = 1")
                .query(String.class)
                .single();

        assertThat(items("/api/courses/10/history").get(2).get("event_id").asString())
                .isEqualTo(stored);
    }

    @Test
    void aDeletedModuleKeepsItsHistory() {
        assertThat(types("/api/modules/20/history")).containsExactly("ModuleDeleted", "ModuleCreated");
    }

    @Test
    void aGroupShowsWhatHappenedToItsMembers() {
        assertThat(types("/api/groups/30/history"))
                .containsExactly(
                        "MemberRemovedFromGroup",
                        "GroupOwnershipInherited",
                        "MemberRoleChanged",
                        "MemberAddedToGroup",
                        "MemberAddedToGroup",
                        "GroupCreated");
    }

    @Test
    void aUserShowsWhatHappenedToThemAsALearnerAndInGroupsToo() {
        assertThat(types("/api/users/3/history"))
                .containsExactly(
                        "UserDisabled",
                        "MemberRemovedFromGroup",
                        "GroupOwnershipInherited",
                        "MemberRoleChanged",
                        "CourseAssignedToLearner",
                        "MemberAddedToGroup",
                        "MemberAddedToGroup",
                        "UserRegistered");
        assertThat(types("/api/users/4/history"))
                .containsExactly(
                        "MemberRemovedFromGroup", "CourseAssignedToLearner", "MemberAddedToGroup", "UserRegistered");
    }

    @Test
    void anErasedUserKeepsTheirHistory() {
        UserId erased = new UserId(40);
        log.append(new UserEvent.UserRegistered(erased, SystemRole.USER), new UserEvent.UserErased(erased));

        assertThat(types("/api/users/40/history")).containsExactly("UserErased", "UserRegistered");
    }

    @Test
    void pagesHaveNoHolesAndNoRepeatsWhileMoreHappens() {
        UserId user = new UserId(50);
        GroupId busy = new GroupId(52);
        log.append(new UserEvent.UserRegistered(user, SystemRole.USER));
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            positions.add(log.append(new LearnerEvent.CourseAssignedToLearner(LearnerId.of(user), COURSE)));
            positions.add(log.append(new GroupEvent.MemberAddedToGroup(busy, user, GroupRole.MEMBER)));
            positions.add(log.append(new UserEvent.UserEnabled(user)));
            log.append(new CourseEvent.CourseRevised(new CourseId(51), "Revised", Optional.empty()));
        }
        positions.addFirst(positions.getFirst() - 1);

        List<Long> read = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    node.get("/api/users/50/history?limit=2" + next, admin).body();
            page.get("items").forEach(item -> read.add(item.get("position").asLong()));
            next = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asString();
            log.append(
                    new LearnerEvent.CourseUnassignedFromLearner(LearnerId.of(user), COURSE),
                    new GroupEvent.MemberRoleChanged(busy, user, GroupRole.OWNER),
                    new UserEvent.UserDisabled(user));
        } while (!next.isEmpty());

        assertThat(read).isEqualTo(positions.reversed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"courses", "modules", "groups", "users"})
    void whatNeverExistedIsNotFound(String kind) {
        for (String id : List.of("999", "0", "-1", "99999999999999999999")) {
            assertThat(node.get("/api/" + kind + "/" + id + "/history", admin).status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"groups, Group not found", "users, User not found"})
    void whatIsNotFoundIsNamed(String kind, String detail) {
        assertThat(node.get("/api/" + kind + "/999/history", admin)
                        .body()
                        .get("detail")
                        .asString())
                .isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"courses", "modules", "groups", "users"})
    void whatIsMalformedIsInvalidWhetherOrNotTheThingExists(String kind) {
        for (String rest : List.of(
                "10/history?limit=0",
                "999/history?limit=201",
                "999/history?limit=x",
                "999/history?cursor=%25",
                "999/history?cursor=YWJj",
                "x/history")) {
            assertThat(node.get("/api/" + kind + "/" + rest, admin).status())
                    .as(rest)
                    .isEqualTo(422);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"courses/10", "modules/20", "groups/30", "users/3", "users/x"})
    void onlyAnAdminReadsHistories(String thing) {
        String path = "/api/" + thing + "/history";

        assertThat(node.get(path, tokens.of(2, SystemRole.MANAGER)).status()).isEqualTo(403);
        assertThat(node.get(path, tokens.of(3, SystemRole.USER)).status()).isEqualTo(403);
        assertThat(node.get(path, Map.of()).status()).isEqualTo(401);
    }
}
