package io.waypost.query.progress;

import static io.waypost.query.progress.Learning.attempted;
import static io.waypost.query.progress.Learning.backdated;
import static io.waypost.query.progress.Learning.completed;
import static io.waypost.query.progress.Learning.courseCompleted;
import static io.waypost.query.progress.Learning.courseDeleted;
import static io.waypost.query.progress.Learning.hidden;
import static io.waypost.query.progress.Learning.moduleDeleted;
import static io.waypost.query.progress.Learning.modulesReordered;
import static io.waypost.query.progress.Learning.post;
import static io.waypost.query.progress.Learning.postRemoved;
import static io.waypost.query.progress.Learning.postsReordered;
import static io.waypost.query.progress.Learning.reopened;
import static io.waypost.query.progress.Learning.shown;
import static io.waypost.query.progress.Learning.waived;
import static io.waypost.query.progress.Learning.watched;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import io.waypost.query.platform.ViewEvent;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.ViewTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Course 1 shows module 10 with the posts 100 and 101; user 5 learns. The events of a test begin at second 3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressViewIT {

    private static final List<Object> COURSE = List.of(shown(1, 10, 10), post(10, 100, 100), post(10, 101, 100, 101));
    private static final Instant EARLIER = Instant.parse("2025-11-11T00:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final ViewTables tables = new ViewTables(database, new ProgressView());

    @BeforeEach
    void clear() {
        tables.clear();
    }

    private void folded(Object... payloads) {
        List<ViewEvent> events = Happened.of(
                        Stream.concat(COURSE.stream(), Stream.of(payloads)).toList())
                .events();
        tables.foldOneByOne(events);
        List<String> oneByOne = tables.rows();
        tables.foldOneByOne(events);
        assertThat(tables.rows()).as("folded again").isEqualTo(oneByOne);
        tables.clear();
        tables.fold(events);
        assertThat(tables.rows()).as("folded as one batch").isEqualTo(oneByOne);
        tables.clear();
        tables.fold(inAnotherOrder(events));
        assertThat(tables.rows()).as("aggregates in another order").isEqualTo(oneByOne);
    }

    /** The events of learners and users first, as far as the order within each aggregate is concerned. */
    private static List<ViewEvent> inAnotherOrder(List<ViewEvent> events) {
        List<ViewEvent> reordered = new ArrayList<>(events);
        reordered.sort((a, b) -> Happened.aggregateId(b.payload()).compareTo(Happened.aggregateId(a.payload())));
        return reordered;
    }

    private List<String> posts() {
        return database.rows("waypost_read.learner_post");
    }

    private List<String> courses() {
        return database.rows("waypost_read.course_progress");
    }

    private List<String> totals() {
        return database.rows("waypost_read.course_total");
    }

    private static String event(Object payload, long version) {
        return Happened.idOf(payload, version);
    }

    private static String at(int second) {
        return "\"2026-01-01 00:00:%02d+00\"".formatted(second);
    }

    @Test
    void aCourseIsKnownByThePostsItShows() {
        folded();

        assertThat(database.rows("waypost_read.progress_course_module")).containsExactly("(1,10,0," + at(0) + ")");
        assertThat(database.rows("waypost_read.progress_post"))
                .containsExactly("(10,100,0," + at(1) + ")", "(10,101,1," + at(2) + ")");
        assertThat(totals()).containsExactly("(1,2)");
        assertThat(courses()).isEmpty();
    }

    @Test
    void anotherOrderKeepsWhenThingsCame() {
        folded(shown(1, 11, 11, 10), modulesReordered(1, 10, 11), postsReordered(10, 101, 100));

        assertThat(database.rows("waypost_read.progress_course_module"))
                .containsExactly("(1,10,0," + at(0) + ")", "(1,11,1," + at(3) + ")");
        assertThat(database.rows("waypost_read.progress_post"))
                .containsExactly("(10,100,1," + at(1) + ")", "(10,101,0," + at(2) + ")");
    }

    @Test
    void aModuleThatComesBackCameThen() {
        folded(hidden(1, 10), shown(1, 10, 10));

        assertThat(database.rows("waypost_read.progress_course_module")).containsExactly("(1,10,0," + at(4) + ")");
        assertThat(totals()).containsExactly("(1,2)");
    }

    @Test
    void aCompletedPostCounts() {
        folded(completed(5, 100));

        assertThat(posts())
                .containsExactly("(5,100,\"2025-12-31 23:59:00+00\",hand,,,t," + at(3) + ",,,0,PostCompleted,"
                        + event(completed(5, 100), 0) + "," + at(3) + ")");
        assertThat(courses()).containsExactly("(5,1,1," + at(3) + ",)");
    }

    @Test
    void aCompletionMayTurnOutToBeOlder() {
        folded(completed(5, 100), backdated(5, 100, EARLIER));

        assertThat(posts())
                .containsExactly("(5,100,\"2025-11-11 00:00:00+00\",hand,,,t," + at(4) + ",,,0,PostCompleted,"
                        + event(completed(5, 100), 0) + "," + at(3) + ")");
        assertThat(courses()).containsExactly("(5,1,1," + at(4) + ",)");
    }

    @Test
    void aReopenedPostCountsNoMore() {
        folded(completed(5, 100), completed(5, 101), waived(5, 100, 7), reopened(5, 100));

        assertThat(posts()).contains("(5,100,,,,,f," + at(6) + ",,,0,,,)");
        assertThat(courses()).containsExactly("(5,1,1," + at(6) + ",)");
    }

    @Test
    void aPostThatIsCompletedAgainIsDecidedAgain() {
        folded(completed(5, 100), reopened(5, 100), completed(5, 100));

        assertThat(posts().getFirst()).endsWith("PostCompleted," + event(completed(5, 100), 2) + "," + at(5) + ")");
        assertThat(courses()).containsExactly("(5,1,1," + at(5) + ",)");
    }

    @Test
    void aWaivedPostCountsWithoutBeingAnActivity() {
        folded(waived(5, 100, 7));

        assertThat(posts())
                .containsExactly("(5,100,,," + at(3) + ",7,t,,,,0,PostWaived," + event(waived(5, 100, 7), 0) + ","
                        + at(3) + ")");
        assertThat(courses()).containsExactly("(5,1,1,,)");
    }

    @Test
    void aPostThatIsCompletedAndWaivedCountsOnceByWhatCameFirst() {
        folded(waived(5, 100, 7), completed(5, 100));

        assertThat(posts().getFirst()).contains("PostWaived," + event(waived(5, 100, 7), 0));
        assertThat(courses()).containsExactly("(5,1,1," + at(4) + ",)");
    }

    @Test
    void attemptsAndWatchingAreActivitiesOnly() {
        folded(attempted(5, 100, 1, 60), attempted(5, 100, 2, 40), watched(5, 101, 33));

        assertThat(posts())
                .containsExactly("(5,100,,,,,f," + at(4) + ",,60,2,,,)", "(5,101,,,,,f," + at(5) + ",33,,0,,,)");
        assertThat(courses()).containsExactly("(5,1,0," + at(5) + ",)");
    }

    @Test
    void aCompletedCourseStaysCompletedAsItWasFirst() {
        folded(
                completed(5, 100),
                courseCompleted(5, 1, EARLIER),
                courseCompleted(5, 1, EARLIER.plusSeconds(1)),
                reopened(5, 100));

        assertThat(courses()).containsExactly("(5,1,0," + at(6) + ",\"2025-11-11 00:00:00+00\")");
    }

    @Test
    void oneCompletionCountsInEveryCourseThatShowsThePostNowOrLater() {
        folded(shown(2, 10, 10), completed(5, 100), completed(6, 101), shown(3, 10, 10));

        assertThat(courses())
                .containsExactly(
                        "(5,1,1," + at(4) + ",)",
                        "(5,2,1," + at(4) + ",)",
                        "(5,3,1," + at(4) + ",)",
                        "(6,1,1," + at(5) + ",)",
                        "(6,2,1," + at(5) + ",)",
                        "(6,3,1," + at(5) + ",)");
        assertThat(totals()).containsExactly("(1,2)", "(2,2)", "(3,2)");
    }

    @Test
    void aRemovedPostCountsNowhere() {
        folded(completed(5, 100), completed(5, 101), completed(6, 101), postRemoved(10, 101, 100));

        assertThat(totals()).containsExactly("(1,1)");
        assertThat(courses()).containsExactly("(5,1,1," + at(3) + ",)");
    }

    @Test
    void aDeletedModuleTakesItsPostsAlong() {
        folded(shown(1, 11, 10, 11), post(11, 110, 110), completed(5, 100), completed(5, 110), moduleDeleted(10));

        assertThat(totals()).containsExactly("(1,1)");
        assertThat(courses()).containsExactly("(5,1,1," + at(6) + ",)");
    }

    @Test
    void aModuleThatLeavesACourseStaysInTheOther() {
        folded(shown(2, 10, 10), completed(5, 100), hidden(1, 10));

        assertThat(totals()).containsExactly("(2,2)");
        assertThat(courses()).containsExactly("(5,2,1," + at(4) + ",)");
    }

    @Test
    void ofADeletedCourseRemainsThatItWasCompleted() {
        folded(completed(5, 100), completed(6, 100), courseCompleted(6, 1, EARLIER), courseDeleted(1));

        assertThat(totals()).isEmpty();
        assertThat(courses()).containsExactly("(6,1,0,,\"2025-11-11 00:00:00+00\")");
    }

    @Test
    void ofAnErasedUserNothingRemainsWhateverComesLater() {
        folded(
                completed(5, 100),
                completed(6, 100),
                courseCompleted(5, 1, EARLIER),
                new UserEvent.UserErased(new UserId(5)),
                completed(5, 101));

        assertThat(posts()).hasSize(1).allMatch(row -> row.startsWith("(6,"));
        assertThat(courses()).containsExactly("(6,1,1," + at(4) + ",)");
    }
}
