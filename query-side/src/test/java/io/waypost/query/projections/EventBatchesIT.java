package io.waypost.query.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.event.EventCatalog;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import io.waypost.platform.eventstore.StoredEvents;
import io.waypost.query.platform.View;
import io.waypost.query.platform.ViewEvent;
import io.waypost.query.projections.EventBatches.Batch;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EventBatchesIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final QueryNode NODE = QueryNode.start(DATABASE);

    private final EventLog log = new EventLog(DATABASE);
    private final long first = DATABASE.asOwner()
            .sql("select coalesce(max(global_index), 0) from waypost_write.domain_event")
            .query(Long.class)
            .single();

    @AfterAll
    static void stop() {
        NODE.close();
    }

    private static EventBatches batches(int size) {
        View courses = NODE.beans(View.class)
                .filter(view -> view.name().equals("course-outline"))
                .findFirst()
                .orElseThrow();
        return EventBatches.of(courses, EventCatalog.complete(), NODE.bean(StoredEvents.class), size);
    }

    private void appendCourses(int count) {
        IntStream.range(0, count)
                .forEach(i -> log.append(
                        new CourseEvent.CourseCreated(new CourseId(first * 100 + i), "" + i, Optional.empty())));
    }

    /** A place in the log, counted from what was there before the test. */
    private Progress progress(int position, Integer... gaps) {
        String gapsAsJson = String.join(
                ",", List.of(gaps).stream().map(gap -> "" + (first + gap)).toList());
        return Progress.parse("{\"index\":%d,\"gaps\":[%s]}".formatted(first + position, gapsAsJson));
    }

    private static List<String> titles(Batch batch) {
        return batch.events().stream()
                .map(ViewEvent::payload)
                .map(payload -> ((CourseEvent.CourseCreated) payload).title())
                .toList();
    }

    @Test
    void whatTheLiveViewHasNotFoldedIsLeftForLater() {
        appendCourses(6);

        Batch batch = batches(100).next(progress(0), progress(5, 2, 4));

        assertThat(titles(batch)).containsExactly("0", "2", "4");
        assertThat(batch.progress()).isEqualTo(progress(5, 2, 4));
    }

    @Test
    void whatWasLeftIsFoldedOnceTheLiveViewHasIt() {
        appendCourses(6);

        Batch batch = batches(100).next(progress(5, 2, 4), progress(6, 4));

        assertThat(titles(batch)).containsExactly("1", "5");
        assertThat(batch.progress()).isEqualTo(progress(6, 4));
    }

    @Test
    void aFullBatchEndsAtItsLastEvent() {
        appendCourses(6);

        Batch batch = batches(3).next(progress(0), progress(6, 2, 5));

        assertThat(titles(batch)).containsExactly("0", "2", "3");
        assertThat(batch.progress()).isEqualTo(progress(4, 2));
    }

    @Test
    void thePositionMovesOnPastEventsThatTheViewDoesNotFold() {
        appendCourses(1);
        log.append(new UserEvent.UserRegistered(new UserId(first * 100 + 1), SystemRole.USER));
        log.append(new UserEvent.UserRegistered(new UserId(first * 100 + 2), SystemRole.USER));

        Batch batch = batches(2).next(progress(0), progress(3));

        assertThat(titles(batch)).containsExactly("0");
        assertThat(batch.progress()).isEqualTo(progress(3));
    }
}
