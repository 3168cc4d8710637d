package io.waypost.query.moduleoutline;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.ViewTables;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModuleOutlineViewIT {

    private static final ModuleId MODULE = new ModuleId(1);
    private static final PostId A = new PostId(10);
    private static final PostId B = new PostId(11);
    private static final PostContent TEXT = new PostContent.DefaultContent("Hello", Optional.empty());
    private static final PostContent OTHER =
            new PostContent.DefaultContent("Bye", Optional.of("https://example.org/i"));
    private static final Object CREATED =
            new ModuleEvent.ModuleCreated(MODULE, "Title", Optional.of("About"), Optional.of(new Color("#AABBCC")));
    private static final Object ADDED_A =
            new ModuleEvent.PostAddedToModule(MODULE, A, "A", Optional.of("About A"), TEXT, 0, List.of(A));
    private static final Object ADDED_B =
            new ModuleEvent.PostAddedToModule(MODULE, B, "B", Optional.empty(), TEXT, 0, List.of(B, A));
    private static final String AT_0 = "\"2026-01-01 00:00:00+00\"";
    private static final String AT_1 = "\"2026-01-01 00:00:01+00\"";
    private static final String AT_2 = "\"2026-01-01 00:00:02+00\"";
    private static final String AT_3 = "\"2026-01-01 00:00:03+00\"";
    private static final String TEXT_ROW = "\"{\"\"text\"\": \"\"Hello\"\", \"\"image_url\"\": null}\"";

    private final ViewTables tables = new ViewTables(TestDatabase.create(), new ModuleOutlineView());

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
    void aCreatedModuleIsThere() {
        assertThat(folded(CREATED))
                .containsExactly("module", "(1,Title,About,#AABBCC," + AT_0 + "," + AT_0 + ",0)", "post");
    }

    @Test
    void aRevisionChangesTextsAndColourAndClearsThem() {
        assertThat(folded(CREATED, new ModuleEvent.ModuleRevised(MODULE, "New", Optional.empty(), Optional.empty())))
                .contains("(1,New,,," + AT_0 + "," + AT_1 + ",1)");
    }

    @Test
    void anAddedPostMovesThoseBehindIt() {
        assertThat(folded(CREATED, ADDED_A, ADDED_B))
                .contains(
                        "(10,1,A,\"About A\",default," + TEXT_ROW + ",1," + AT_1 + "," + AT_1 + ")",
                        "(11,1,B,,default," + TEXT_ROW + ",0," + AT_2 + "," + AT_2 + ")",
                        "(1,Title,About,#AABBCC," + AT_0 + "," + AT_2 + ",2)");
    }

    @Test
    void aRevisedPostKeepsItsPlaceAndWhenItWasAdded() {
        assertThat(folded(
                        CREATED,
                        ADDED_A,
                        ADDED_B,
                        new ModuleEvent.PostRevised(MODULE, A, "A2", Optional.empty(), OTHER)))
                .anyMatch(row -> row.startsWith("(10,1,A2,,default,")
                        && row.contains("Bye")
                        && row.endsWith(",1," + AT_1 + "," + AT_3 + ")"));
    }

    @Test
    void aMoveAndANewOrderSayWhereEachPostIs() {
        assertThat(folded(CREATED, ADDED_A, ADDED_B, new ModuleEvent.PostMovedInModule(MODULE, A, 0, List.of(A, B))))
                .anyMatch(row -> row.startsWith("(10,") && row.contains(",0," + AT_1))
                .anyMatch(row -> row.startsWith("(11,") && row.contains(",1," + AT_2));
        tables.clear();
        assertThat(folded(
                        CREATED,
                        ADDED_A,
                        ADDED_B,
                        new ModuleEvent.ModulePostsReordered(MODULE, List.of(A, B)),
                        new ModuleEvent.ModulePostsReordered(MODULE, List.of(B, A))))
                .anyMatch(row -> row.startsWith("(10,") && row.contains(",1," + AT_1))
                .anyMatch(row -> row.startsWith("(11,") && row.contains(",0," + AT_2));
    }

    @Test
    void aRemovedPostIsGone() {
        assertThat(folded(CREATED, ADDED_A, ADDED_B, new ModuleEvent.PostRemovedFromModule(MODULE, B, List.of(A))))
                .noneMatch(row -> row.startsWith("(11,"))
                .anyMatch(row -> row.startsWith("(10,") && row.contains(",0," + AT_1));
    }

    @Test
    void aDeletedModuleTakesItsPostsAlong() {
        assertThat(folded(CREATED, ADDED_A, new ModuleEvent.ModuleDeleted(MODULE)))
                .containsExactly("module", "post");
    }
}
