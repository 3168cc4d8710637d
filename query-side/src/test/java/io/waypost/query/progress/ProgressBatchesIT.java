package io.waypost.query.progress;

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

class ProgressBatchesIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ViewTables TABLES = new ViewTables(DATABASE, new ProgressView());

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
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
            // What was folded before may come again, and changes nothing.
            TABLES.fold(events.subList(Math.max(0, done - sizes.getFirst()), next));
            done = next;
        }

        assertThat(TABLES.rows()).isEqualTo(expected);
        assertThat(miscounted()).isEmpty();
    }

    /** The courses of users whose figures are not what counting gives. */
    private static List<String> miscounted() {
        return DATABASE.asOwner()
                .sql("""
                        with counted as (
                          select l.user_id, m.course_id, count(*) filter (where l.counts) as completed_posts,
                                 max(l.last_activity_at) as last_activity_at
                            from waypost_read.learner_post l
                                 join waypost_read.progress_post p on p.post_id = l.post_id
                                 join waypost_read.progress_course_module m on m.module_id = p.module_id
                           group by l.user_id, m.course_id)
                        select 'progress of ' || coalesce(p.user_id, c.user_id) as wrong
                          from waypost_read.course_progress p
                               full join counted c on c.user_id = p.user_id and c.course_id = p.course_id
                         where (p.completed_posts, p.last_activity_at)
                               is distinct from (coalesce(c.completed_posts, 0), c.last_activity_at)
                            or (c.user_id is null and p.completed_at is null)
                        union all
                        select 'total of ' || coalesce(t.course_id, c.course_id)
                          from waypost_read.course_total t
                               full join (select m.course_id, count(*) as total_posts
                                            from waypost_read.progress_post p
                                                 join waypost_read.progress_course_module m
                                                   on m.module_id = p.module_id
                                           group by m.course_id) c on c.course_id = t.course_id
                         where t.total_posts is distinct from c.total_posts
                        """)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
