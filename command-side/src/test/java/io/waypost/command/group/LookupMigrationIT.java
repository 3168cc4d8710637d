package io.waypost.command.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import io.waypost.command.group.GroupCommand.AssignCourseToGroup;
import io.waypost.command.group.GroupCommand.CreateGroup;
import io.waypost.command.group.GroupCommand.DeleteGroup;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.IdAllocator;
import io.waypost.command.platform.lookup.CourseLookup;
import io.waypost.command.platform.lookup.UserLookup;
import io.waypost.command.testing.CommandNode;
import io.waypost.command.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service that is older than groups knows its users and courses when groups come, and works with its own role. */
class LookupMigrationIT {

    private static final UserId ADA = new UserId(17);
    private static final CourseId REVISED = new CourseId(1);
    private static final CourseId DELETED = new CourseId(2);
    private static final CourseId NEW = new CourseId(3);

    private static CommandNode node;

    @BeforeAll
    static void bringUpToDate() throws SQLException {
        TestDatabase database = TestDatabase.create();
        migrateTo("3", database);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into waypost_write.account (id, username, email, password_hash, role, created_at, updated_at)
                    values (17, 'ada', 'ada@example.org', 'none', 'admin', now(), now())""");
            statement.execute("""
                    insert into waypost_write.domain_event
                           (event_id, aggregate_id, sequence_number, aggregate_type, occurred_at, event_type, revision,
                            payload, metadata)
                    select gen_random_uuid()::text, 'course-' || course, seq, 'Course', '2026-03-0' || day || 'T08:00:00.125Z',
                           type, '1', payload, '{}'
                      from (values
                        (1, 0, 1, 'CourseCreated', '{"course_id": 1, "title": "Old", "description": "Old too"}'),
                        (1, 1, 2, 'ModuleAddedToCourse',
                         '{"course_id": 1, "module_id": 5, "ordering": 0, "module_ids": [5]}'),
                        (1, 2, 3, 'ModuleAddedToCourse',
                         '{"course_id": 1, "module_id": 6, "ordering": 0, "module_ids": [6, 5]}'),
                        (1, 3, 4, 'CourseRevised', '{"course_id": 1, "title": "New", "description": null}'),
                        (1, 4, 5, 'ModuleRemovedFromCourse', '{"course_id": 1, "module_id": 6, "module_ids": [5]}'),
                        (2, 0, 1, 'CourseCreated', '{"course_id": 2, "title": "Gone", "description": null}'),
                        (2, 1, 2, 'CourseDeleted', '{"course_id": 2}'),
                        (3, 0, 6, 'CourseCreated', '{"course_id": 3, "title": "Plain", "description": "Empty"}')
                      ) as event (course, seq, day, type, payload)""");
        }
        node = CommandNode.start(database, Map.of("waypost.relay.enabled", false));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void coursesAreDescribedAsTheirLastEventsLeftThem() {
        assertThat(node.bean(CourseLookup.class).describe(List.of(NEW, DELETED, REVISED)))
                .containsExactly(
                        new CourseLookup.Entry(NEW, "Plain", Optional.of("Empty"), march(6), march(6), 0),
                        new CourseLookup.Entry(REVISED, "New", Optional.empty(), march(1), march(5), 1));
    }

    @Test
    void onlyWhatIsThereIsKnown() {
        CourseLookup courses = node.bean(CourseLookup.class);
        UserLookup users = node.bean(UserLookup.class);

        courses.require(REVISED);
        users.requireAll(List.of(ADA, ADA));
        assertThatThrownBy(() -> courses.require(DELETED)).isInstanceOf(RequestRejected.class);
        assertThatThrownBy(() -> users.requireAll(List.of(ADA, new UserId(18)))).isInstanceOf(RequestRejected.class);
    }

    @Test
    void aGroupCanBeMadeOfThem() {
        GroupId id = new GroupId(node.bean(IdAllocator.class).next("group"));
        send(new CreateGroup(id, "Group", Optional.empty(), ADA));

        GroupState state = send(new AssignCourseToGroup(id, NEW, Optional.empty()));

        assertThat(state.courseIds()).containsExactly(NEW);
        assertThat(node.bean(GroupCourseLookup.class).groupsWith(NEW)).containsExactly(id);
        assertThat(node.bean(MembershipLookup.class).roleOf(ADA, id)).contains(GroupRole.OWNER);
        send(new DeleteGroup(id));
        assertThat(node.bean(GroupCourseLookup.class).groupsWith(NEW)).isEmpty();
        assertThat(node.bean(MembershipLookup.class).groupsOf(ADA)).isEmpty();
    }

    private static GroupState send(GroupCommand command) {
        return node.bean(Commands.class)
                .send(command, GroupState.class, CommandRequest.internal())
                .state();
    }

    private static Instant march(int day) {
        return Instant.parse("2026-03-0" + day + "T08:00:00.125Z");
    }

    private static void migrateTo(String version, TestDatabase database) {
        Map<String, Object> settings = database.settings();
        Flyway.configure()
                .dataSource(
                        String.valueOf(settings.get("spring.flyway.url")),
                        String.valueOf(settings.get("spring.flyway.user")),
                        "")
                .schemas("waypost_write")
                .defaultSchema("waypost_write")
                .locations("classpath:db/write")
                .target(version)
                .load()
                .migrate();
    }
}
