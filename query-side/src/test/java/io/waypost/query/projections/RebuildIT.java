package io.waypost.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.event.EventCatalog;
import io.waypost.api.user.SystemRole;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.RandomHistory;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RebuildIT {

    private static final List<String> TABLES = List.of(
            "course",
            "course_module",
            "module",
            "post",
            "user_group",
            "group_member",
            "group_course",
            "user_course",
            "progress_folded",
            "progress_post",
            "progress_course_module",
            "course_total",
            "learner_post",
            "course_progress");
    private static final Duration LONG = Duration.ofMinutes(2);

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(database);
    private final String admin = new Tokens(database).of(1, SystemRole.ADMIN);

    private List<String> rows() {
        return TABLES.stream()
                .flatMap(table -> Stream.concat(Stream.of(table), database.rows("waypost_read." + table).stream()))
                .toList();
    }

    private void request(String view) {
        database.asCommand()
                .sql("insert into waypost_read.projection_rebuild (name, requested_by) values (?, 1)")
                .param(view)
                .update();
    }

    private boolean requested() {
        return database.asOwner()
                .sql("select exists (select from waypost_read.projection_rebuild)")
                .query(Boolean.class)
                .single();
    }

    private long rebuilt() {
        return database.asOwner()
                .sql("select coalesce(max(position), 0) from waypost_read.projection_rebuild")
                .query(Long.class)
                .single();
    }

    private void awaitFolded(QueryNode node, long position) {
        await().atMost(LONG)
                .until(() -> node.get("/api/courses", admin)
                        .header("Waypost-As-Of")
                        .filter(asOf -> Long.parseLong(asOf) >= position)
                        .isPresent());
    }

    private void corrupt() {
        database.asOwner().sql("update waypost_read.course set title = 'wrong'").update();
        database.asOwner()
                .sql("update waypost_read.post set ordering = ordering + 100")
                .update();
        database.asOwner().sql("delete from waypost_read.course_module").update();
        database.asOwner()
                .sql("update waypost_read.user_group set member_count = member_count + 100")
                .update();
        database.asOwner().sql("delete from waypost_read.group_member").update();
        database.asOwner()
                .sql("update waypost_read.group_course set ordering = 7")
                .update();
        database.asOwner()
                .sql("update waypost_read.user_course set assigned_at = now()")
                .update();
        database.asOwner()
                .sql("update waypost_read.progress_post set ordering = ordering + 100")
                .update();
        database.asOwner()
                .sql("update waypost_read.progress_course_module set added_at = now()")
                .update();
        database.asOwner()
                .sql("update waypost_read.course_total set total_posts = 100")
                .update();
        database.asOwner()
                .sql("update waypost_read.learner_post set completed_at = null")
                .update();
        database.asOwner()
                .sql("update waypost_read.course_progress set completed_posts = 100")
                .update();
    }

    @Test
    void aRebuildGivesTheSameRowsAgainAndMendsWhatWasWrong() {
        List<Object> history = RandomHistory.of(1, 800);
        assertThat(history.stream().map(Object::getClass).distinct())
                .as("every event type")
                .hasSameSizeAs(EventCatalog.complete().all());
        log.append(history);
        log.leaveGap();
        long last = log.append(new CourseEvent.CourseCreated(new CourseId(100_000), "Last", Optional.empty()));
        try (QueryNode node = QueryNode.start(database, "waypost.rebuild.batch-size=70")) {
            awaitFolded(node, last);
            List<String> expected = rows();
            assertThat(TABLES)
                    .allSatisfy(table -> assertThat(database.rows("waypost_read." + table))
                            .as(table)
                            .isNotEmpty());
            corrupt();
            for (String view : List.of("course-outline", "module-outline", "groups", "direct-courses", "progress")) {
                request(view);
            }

            await().atMost(LONG).until(() -> !requested());

            assertThat(rows()).isEqualTo(expected);
            long next = log.append(new CourseEvent.CourseRevised(new CourseId(100_000), "Next", Optional.empty()));
            awaitFolded(node, next);
            assertThat(node.get("/api/courses/100000", admin)
                            .body()
                            .get("title")
                            .asString())
                    .isEqualTo("Next");
        }
    }

    @Test
    void aRebuildGoesOnAfterARestartInTheMiddle() {
        long head = log.append(RandomHistory.of(2, 3000));
        try (QueryNode node = QueryNode.start(database, "waypost.rebuild.batch-size=5")) {
            awaitFolded(node, head);
            request("module-outline");
            await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> rebuilt() > 0);
        }
        List<String> expected = rows();
        long half = rebuilt();
        assertThat(half).isBetween(5L, head - 1);
        // A rebuild that started over would lose this row, and one that did nothing would leave the live rows wrong.
        database.asOwner().sql("""
                insert into waypost_rebuild.post
                select 0, 0, 'Marker', null, 'default', '{}', 0, now(), now()
                """).update();
        String marker = database.rows("waypost_rebuild.post").getFirst();
        database.asOwner()
                .sql("update waypost_read.post set ordering = ordering + 100")
                .update();

        try (QueryNode node = QueryNode.start(database)) {
            await().atMost(LONG).until(() -> !requested());
            awaitFolded(node, head);
        }

        assertThat(rows())
                .contains(marker)
                .filteredOn(row -> !row.equals(marker))
                .isEqualTo(expected);
    }

    @Test
    void readsNeverFailNorLoseAnythingWhileAViewIsRebuiltAgainAndAgain() {
        CourseId kept = new CourseId(100_000);
        log.append(RandomHistory.of(3, 500));
        long before = log.append(new CourseEvent.CourseCreated(kept, "Kept", Optional.empty()));
        try (QueryNode node = QueryNode.start(database, "waypost.rebuild.poll-interval=10ms");
                QueryNode other = QueryNode.start(database, "waypost.rebuild.poll-interval=10ms")) {
            awaitFolded(node, before);
            long version = 0;
            int rebuilds = 0;
            while (rebuilds < 10) {
                if (!requested()) {
                    request("course-outline");
                    rebuilds++;
                }
                long position = log.append(new CourseEvent.CourseRevised(kept, "Kept " + version, Optional.empty()));
                version++;
                awaitFolded(other, position);
                Answer answer = node.get("/api/courses/100000", admin);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("ETag")).contains("\"" + version + "\"");
            }
            await().atMost(LONG).until(() -> !requested());
        }
    }
}
