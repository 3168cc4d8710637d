package io.waypost.query.courseoutline;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.module.ModuleId;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.ViewTables;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseOutlineViewIT {

    private static final CourseId COURSE = new CourseId(1);
    private static final ModuleId A = new ModuleId(10);
    private static final ModuleId B = new ModuleId(11);
    private static final ModuleId C = new ModuleId(12);
    private static final Object CREATED = new CourseEvent.CourseCreated(COURSE, "Title", Optional.of("About"));
    private static final Object ADDED_A = new CourseEvent.ModuleAddedToCourse(COURSE, A, 0, List.of(A));
    private static final Object ADDED_B = new CourseEvent.ModuleAddedToCourse(COURSE, B, 0, List.of(B, A));

    private final ViewTables tables = new ViewTables(TestDatabase.create(), new CourseOutlineView());

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
    void aCreatedCourseIsThere() {
        assertThat(folded(CREATED))
                .containsExactly(
                        "course",
                        "(1,Title,About,\"2026-01-01 00:00:00+00\",\"2026-01-01 00:00:00+00\",0)",
                        "course_module");
    }

    @Test
    void aRevisionChangesTheTextsAndClearsADescription() {
        assertThat(folded(CREATED, new CourseEvent.CourseRevised(COURSE, "New", Optional.empty())))
                .contains("(1,New,,\"2026-01-01 00:00:00+00\",\"2026-01-01 00:00:01+00\",1)");
    }

    @Test
    void anAddedModuleMovesThoseBehindIt() {
        assertThat(folded(CREATED, ADDED_A, ADDED_B))
                .contains("(1,11,0)", "(1,10,1)")
                .contains("(1,Title,About,\"2026-01-01 00:00:00+00\",\"2026-01-01 00:00:02+00\",2)");
    }

    @Test
    void aMoveAndANewOrderSayWhereEachModuleIs() {
        assertThat(folded(CREATED, ADDED_A, ADDED_B, new CourseEvent.ModuleMovedInCourse(COURSE, A, 0, List.of(A, B))))
                .contains("(1,10,0)", "(1,11,1)");
        tables.clear();
        assertThat(folded(
                        CREATED,
                        ADDED_A,
                        ADDED_B,
                        new CourseEvent.ModuleAddedToCourse(COURSE, C, 2, List.of(B, A, C)),
                        new CourseEvent.CourseModulesReordered(COURSE, List.of(C, B, A)),
                        new CourseEvent.CourseModulesReordered(COURSE, List.of(A, C, B))))
                .contains("(1,10,0)", "(1,12,1)", "(1,11,2)");
    }

    @Test
    void aRemovedModuleIsGoneAndTheRestMovesUp() {
        assertThat(folded(CREATED, ADDED_A, ADDED_B, new CourseEvent.ModuleRemovedFromCourse(COURSE, B, List.of(A))))
                .contains("(1,10,0)")
                .doesNotContain("(1,11,0)");
    }

    @Test
    void aDeletedCourseTakesItsPlacesAlong() {
        assertThat(folded(CREATED, ADDED_A, new CourseEvent.CourseDeleted(COURSE)))
                .containsExactly("course", "course_module");
    }

    @Test
    void eventsThatWereFoldedInLongAgoDoNotTakeACourseBack() {
        Happened happened = Happened.of(
                List.of(CREATED, ADDED_A, ADDED_B, new CourseEvent.CourseRevised(COURSE, "Newest", Optional.empty())));
        tables.fold(happened.events());
        List<String> newest = tables.rows();

        tables.foldOneByOne(happened.events());

        assertThat(tables.rows()).isEqualTo(newest);
    }
}
