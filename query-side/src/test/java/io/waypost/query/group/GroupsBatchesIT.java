package io.waypost.query.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.query.platform.ViewEvent;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.RandomHistory;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.ViewTables;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GroupsBatchesIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ViewTables TABLES = new ViewTables(DATABASE, new GroupsView());

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void anySplitIntoBatchesGivesTheSameRows(
            @ForAll long seed, @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        List<ViewEvent> events = Happened.of(RandomHistory.of(seed, 300)).events();
        TABLES.clear();
        TABLES.foldOneByOne(events);
        List<String> expected = TABLES.rows();

        TABLES.clear();
        int done = 0;
        for (int i = 0; done < events.size(); i++) {
            int next = Math.min(events.size(), done + sizes.get(i % sizes.size()));
            TABLES.fold(events.subList(done, next));
            done = next;
        }

        assertThat(TABLES.rows()).isEqualTo(expected);
        assertThat(miscounted()).isEmpty();
    }

    private static List<Long> miscounted() {
        return DATABASE.asOwner()
                .sql("""
                        select g.id
                          from waypost_read.user_group g
                         where g.member_count
                               <> (select count(*) from waypost_read.group_member m where m.group_id = g.id)
                        """)
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
