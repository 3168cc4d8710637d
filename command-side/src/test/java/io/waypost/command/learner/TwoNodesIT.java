package io.waypost.command.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.api.course.CourseEvent.CourseCreated;
import io.waypost.api.course.CourseEvent.ModuleAddedToCourse;
import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.learner.LearnerEvent.CourseAssignedToLearner;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.ModuleEvent.PostAddedToModule;
import io.waypost.api.module.ModuleEvent.PostRevised;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostContent.DefaultContent;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.module.PostId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.command.learner.CompletedCourses.Completed;
import io.waypost.command.learner.CompletedCourses.CountingPost;
import io.waypost.command.learner.LearnerCommand.CompletePost;
import io.waypost.command.learner.LearnerCommand.RecordVideoWatched;
import io.waypost.command.learner.WatchedParts.Part;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.ProcessingGroups;
import io.waypost.command.testing.CommandNode;
import io.waypost.command.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database, each with its own cache: what learners do on both is as if it were one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {

    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");
    private static final LearnerId LEARNER = new LearnerId(900);
    private static final CourseId COURSE = new CourseId(901);
    private static final ModuleId MODULE = new ModuleId(902);
    private static final PostId VIDEO = new PostId(903);
    private static final PostId TEXT = new PostId(904);
    private static final int SECONDS = 200;

    private final TestDatabase database = TestDatabase.create();
    private CommandNode first;
    private CommandNode second;
    private JdbcClient jdbc;

    @BeforeAll
    void start() {
        first = node();
        second = node();
        jdbc = first.bean(JdbcClient.class);
        jdbc.sql("""
                        insert into waypost_write.account (id, username, email, password_hash, role, created_at, updated_at)
                        values (?, 'learner', 'learner@example.org', 'none', 'user', now(), now())""").param(LEARNER.value()).update();
        happened("User", LEARNER.userId(), 0, new UserRegistered(LEARNER.userId(), SystemRole.USER));
        happened("Course", COURSE, 0, new CourseCreated(COURSE, "Course", Optional.empty()));
        happened("LearningModule", MODULE, 1, added(VIDEO, video(10), List.of(VIDEO)));
        happened(
                "LearningModule",
                MODULE,
                2,
                added(TEXT, new DefaultContent("Text", Optional.empty()), List.of(VIDEO, TEXT)));
        happened("LearningModule", MODULE, 3, new PostRevised(MODULE, VIDEO, "Post", Optional.empty(), video(SECONDS)));
        happened("Course", COURSE, 1, new ModuleAddedToCourse(COURSE, MODULE, 0, List.of(MODULE)));
        happened("Learner", LEARNER, 0, new CourseAssignedToLearner(LEARNER, COURSE));
    }

    @AfterAll
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void nothingIsLostOrDoneTwiceBetweenTwoNodes() throws Exception {
        List<Callable<Integer>> parts = IntStream.range(0, SECONDS)
                .mapToObj(second -> (Callable<Integer>) () -> watched(second))
                .toList();
        try (ExecutorService devices = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : devices.invokeAll(parts)) {
                assertThat(answer.get()).isBetween(0, 100);
            }
            devices.invokeAll(List.of(complete(first), complete(second), complete(first), complete(second)));
        }

        assertThat(watched(0)).isEqualTo(100);
        assertThat(events("PostCompleted")).isEqualTo(2);
        await().atMost(Duration.ofMinutes(1)).until(() -> events("CourseCompleted") > 0);

        makePolicyForgetWhereItWas();

        assertThat(events("CourseCompleted")).isEqualTo(1);
    }

    @Test
    void postsThatAreOlderThanTheirLookupAreFilledInAsItWouldKeepThem() throws IOException {
        List<String> kept = posts();
        assertThat(kept.getFirst()).startsWith("903 2 {").contains("\"duration_seconds\": 200");
        assertThat(kept.getLast()).isEqualTo("904 1 nothing");
        jdbc.sql("update waypost_write.post_lookup set revision = 99, content = null")
                .update();

        jdbc.sql(statement("update waypost_write.post_lookup")).update();

        assertThat(posts()).isEqualTo(kept);
    }

    @Test
    void thoseWhoCompletedACourseAreFoundAmongManyMembers() {
        CourseId course = new CourseId(7_000_001);
        GroupId group = new GroupId(7_000_002);
        for (String sql : List.of(
                "insert into waypost_write.course_lookup values (7000001, 'Large', null, now(), now(), 1)",
                "insert into waypost_write.course_module_lookup values (7000001, 7000003)",
                "insert into waypost_write.post_lookup select 7000100 + n, 7000003, 1, null from generate_series(1, 50) n",
                "insert into waypost_write.group_course_lookup values (7000002, 7000001)",
                "insert into waypost_write.group_member_lookup select 7000002, 8000000 + n, 'member'"
                        + " from generate_series(1, 10000) n",
                // Everyone did most of it; three did all, of whom one is on record already.
                "insert into waypost_write.learner_post_lookup select 8000000 + n, 7000100 + p"
                        + " from generate_series(1, 10000) n, generate_series(1, 9) p",
                "insert into waypost_write.learner_post_lookup select 8000000 + n, 7000100 + p"
                        + " from generate_series(1, 3) n, generate_series(10, 50) p",
                "insert into waypost_write.learner_course_completion_lookup values (8000002, 7000001)")) {
            jdbc.sql(sql).update();
        }
        CompletedCourses courses = first.bean(CompletedCourses.class);
        List<Completed> found = List.of(
                new Completed(new LearnerId(8_000_001), course, 0), new Completed(new LearnerId(8_000_003), course, 0));

        assertThat(courses.of(course, group)).isEqualTo(found);
        assertThat(courses.of(course)).isEqualTo(found);
        assertThat(courses.showing(new ModuleId(7_000_003))).isEqualTo(found);
        assertThat(courses.of(group, new LearnerId(8_000_003).userId())).containsExactly(found.getLast());
        // Asked together: who did all, twice, and who did not.
        assertThat(courses.showing(List.of(
                        new CountingPost(new LearnerId(8_000_004), new PostId(7_000_109)),
                        new CountingPost(new LearnerId(8_000_001), new PostId(7_000_149)),
                        new CountingPost(new LearnerId(8_000_001), new PostId(7_000_150)))))
                .containsExactly(new Completed(new LearnerId(8_000_001), course, 2));
        assertThat(courses.of(course, new LearnerId(8_000_004).userId())).isEmpty();
    }

    /** It then sees every event once more, as it does after a crash; until it has come as far as before. */
    private void makePolicyForgetWhereItWas() {
        long before = policyPosition();
        first.close();
        second.close();
        forget();
        first = node();
        second = node();
        jdbc = first.bean(JdbcClient.class);
        await().atMost(Duration.ofMinutes(1)).until(() -> policyPosition() >= before);
    }

    private void forget() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("delete from waypost_write.token_entry where processor_name = '"
                            + ProcessingGroups.COMPLETED_COURSE_IS_RECORDED + "'"))
                    .isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long policyPosition() {
        return jdbc.sql("""
                        select coalesce(max((token::json ->> 'index')::bigint), -1) from waypost_write.token_entry
                         where processor_name = ?""")
                .param(ProcessingGroups.COMPLETED_COURSE_IS_RECORDED)
                .query(Long.class)
                .single();
    }

    private int watched(int second) {
        Part part = new Part(second * 1000L, second * 1000L + 1000);
        RecordVideoWatched command = new RecordVideoWatched(LEARNER, VIDEO, WatchedParts.union(Stream.of(part)), NOW);
        CommandNode node = second % 2 == 0 ? first : this.second;
        return node.bean(Commands.class)
                .send(command, PostState.class, CommandRequest.internal())
                .state()
                .progress()
                .watchedPercent();
    }

    private static Callable<PostState> complete(CommandNode node) {
        return () -> node.bean(Commands.class)
                .send(new CompletePost(LEARNER, TEXT, NOW), PostState.class, CommandRequest.internal())
                .state();
    }

    private long events(String type) {
        return jdbc.sql("select count(*) from waypost_write.event_log where aggregate_id = ? and event_type = ?")
                .param(LEARNER.toString())
                .param(type)
                .query(Long.class)
                .single();
    }

    private List<String> posts() {
        return jdbc.sql("""
                        select post_id || ' ' || revision || ' ' || coalesce(content::text, 'nothing') as post
                          from waypost_write.post_lookup where module_id = ? order by post_id""")
                .param(MODULE.value())
                .query((row, number) -> row.getString("post"))
                .list();
    }

    /** The statement of the migration that begins so. */
    private static String statement(String beginning) throws IOException {
        try (InputStream file = TwoNodesIT.class.getResourceAsStream("/db/write/V7__progress.sql")) {
            assertThat(file).isNotNull();
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int from = sql.indexOf(beginning);
            return sql.substring(from, sql.indexOf(';', from));
        }
    }

    private CommandNode node() {
        return CommandNode.start(database, Map.of("waypost.relay.enabled", false, "waypost.commands.retries", 10));
    }

    private void happened(String type, Object aggregateId, long version, Object event) {
        first.bean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(type, aggregateId.toString(), version, event));
    }

    private static PostAddedToModule added(PostId postId, PostContent content, List<PostId> order) {
        return new PostAddedToModule(MODULE, postId, "Post", Optional.empty(), content, order.indexOf(postId), order);
    }

    private static VideoContent video(long seconds) {
        return new VideoContent("https://example.org/v.mp4", seconds, Optional.of(50));
    }
}
