package io.waypost.query.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseId;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import io.waypost.query.platform.ViewEvent;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.ViewTables;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectCoursesViewIT {

    private static final LearnerId ADA = new LearnerId(5);
    private static final LearnerId BO = new LearnerId(6);
    private static final CourseId A = new CourseId(10);
    private static final CourseId B = new CourseId(11);
    private static final Object ADA_HAS_A = new LearnerEvent.CourseAssignedToLearner(ADA, A);
    private static final Object ADA_HAS_B = new LearnerEvent.CourseAssignedToLearner(ADA, B);
    private static final Object BO_HAS_A = new LearnerEvent.CourseAssignedToLearner(BO, A);
    private static final Object ADA_LOST_A = new LearnerEvent.CourseUnassignedFromLearner(ADA, A);

    private final ViewTables tables = new ViewTables(TestDatabase.create(), new DirectCoursesView());

    @BeforeEach
    void clear() {
        tables.clear();
    }

    private List<String> folded(Object... payloads) {
        Happened happened = Happened.of(List.of(payloads));
        tables.foldOneByOne(happened.events());
        List<String> oneByOne = tables.rows();
        tables.fold(happened.events());
        assertThat(tables.rows()).as("folded again").isEqualTo(oneByOne);
        tables.clear();
        tables.fold(happened.events());
        assertThat(tables.rows()).as("folded as one batch").isEqualTo(oneByOne);
        return oneByOne;
    }

    @Test
    void anAssignedCourseIsThere() {
        assertThat(folded(ADA_HAS_A, ADA_HAS_B, BO_HAS_A))
                .containsExactly(
                        "user_course",
                        "(5,10,\"2026-01-01 00:00:00+00\")",
                        "(5,11,\"2026-01-01 00:00:01+00\")",
                        "(6,10,\"2026-01-01 00:00:02+00\")");
    }

    @Test
    void aCourseThatIsTakenAwayIsGoneForThisUserOnly() {
        assertThat(folded(ADA_HAS_A, ADA_HAS_B, BO_HAS_A, ADA_LOST_A))
                .containsExactly(
                        "user_course", "(5,11,\"2026-01-01 00:00:01+00\")", "(6,10,\"2026-01-01 00:00:02+00\")");
    }

    @Test
    void aCourseThatIsAssignedAgainCountsFromThenOn() {
        assertThat(folded(ADA_HAS_A, ADA_LOST_A, ADA_HAS_A))
                .containsExactly("user_course", "(5,10,\"2026-01-01 00:00:02+00\")");
    }

    @Test
    void aCourseThatIsTakenAndGivenInOneBatchCountsFromThenOn() {
        List<ViewEvent> events =
                Happened.of(List.of(ADA_HAS_A, ADA_LOST_A, ADA_HAS_A)).events();
        tables.fold(events.subList(0, 1));

        tables.fold(events.subList(1, 3));

        assertThat(tables.rows()).containsExactly("user_course", "(5,10,\"2026-01-01 00:00:02+00\")");
    }

    @Test
    void anErasedUserLosesAll() {
        assertThat(folded(ADA_HAS_A, ADA_HAS_B, BO_HAS_A, new UserEvent.UserErased(new UserId(5))))
                .containsExactly("user_course", "(6,10,\"2026-01-01 00:00:02+00\")");
    }

    @Test
    void whatElseHappensToUsersChangesNothing() {
        assertThat(folded(ADA_HAS_A, new UserEvent.UserDisabled(new UserId(5))))
                .containsExactly("user_course", "(5,10,\"2026-01-01 00:00:00+00\")");
    }
}
