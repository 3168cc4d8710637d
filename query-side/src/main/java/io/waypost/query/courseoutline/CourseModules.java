package io.waypost.query.courseoutline;

import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import java.util.List;

/**
 * The modules of some courses as they are from now on.
 *
 * @param courseIds the courses
 * @param present all modules of these courses, and of no others
 */
record CourseModules(List<Long> courseIds, List<CourseModule> present) {

    /** Makes the rows of these courses say just this. */
    void write(ReadSchema target) {
        Columns<CourseModule> columns = new Columns<>(present);
        target.sql("""
                        delete from schema.course_module m
                         where m.course_id = any (?)
                           and not exists (select 1
                                             from unnest(?::bigint[], ?::bigint[]) as u (course_id, module_id)
                                            where u.course_id = m.course_id and u.module_id = m.module_id)
                        """)
                .param(new Columns<>(courseIds).longs(Long::longValue))
                .param(columns.longs(CourseModule::courseId))
                .param(columns.longs(CourseModule::moduleId))
                .update();
        target.sql("""
                        insert into schema.course_module as m (course_id, module_id, ordering)
                        select * from unnest(?::bigint[], ?::bigint[], ?::integer[])
                        on conflict (course_id, module_id) do update set ordering = excluded.ordering
                         where m.ordering <> excluded.ordering
                        """)
                .param(columns.longs(CourseModule::courseId))
                .param(columns.longs(CourseModule::moduleId))
                .param(columns.ints(CourseModule::ordering))
                .update();
    }
}
