package io.waypost.query.group;

import io.waypost.api.course.CourseId;
import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * The courses of groups that have moved on.
 *
 * @param groups the groups
 */
record GroupCourses(List<GroupChange> groups) {

    private record Row(long groupId, long courseId, int ordering) {}

    /** Makes the rows of the groups whose courses changed say just what they are now. */
    void write(ReadSchema target) {
        List<GroupChange> ordered =
                groups.stream().filter(group -> group.courses().isPresent()).toList();
        if (ordered.isEmpty()) {
            return;
        }
        Columns<Row> columns = new Columns<>(rows(ordered));
        target.sql("""
                        delete from schema.group_course c
                         where c.group_id = any (?)
                           and not exists (select 1
                                             from unnest(?::bigint[], ?::bigint[]) as u (group_id, course_id)
                                            where u.group_id = c.group_id and u.course_id = c.course_id)
                        """)
                .param(new Columns<>(ordered).longs(GroupChange::groupId))
                .param(columns.longs(Row::groupId))
                .param(columns.longs(Row::courseId))
                .update();
        target.sql("""
                        insert into schema.group_course as c (group_id, course_id, ordering)
                        select * from unnest(?::bigint[], ?::bigint[], ?::integer[])
                        on conflict (group_id, course_id) do update set ordering = excluded.ordering
                         where c.ordering <> excluded.ordering
                        """)
                .param(columns.longs(Row::groupId))
                .param(columns.longs(Row::courseId))
                .param(columns.ints(Row::ordering))
                .update();
    }

    private static List<Row> rows(List<GroupChange> ordered) {
        List<Row> rows = new ArrayList<>();
        for (GroupChange group : ordered) {
            List<CourseId> courses = group.courses().orElseThrow();
            for (int i = 0; i < courses.size(); i++) {
                rows.add(new Row(group.groupId(), courses.get(i).value(), i));
            }
        }
        return rows;
    }
}
