package io.waypost.command.group;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent.CourseAssignedToGroup;
import io.waypost.api.group.GroupEvent.CourseUnassignedFromGroup;
import io.waypost.api.group.GroupEvent.GroupDeleted;
import io.waypost.api.group.GroupId;
import io.waypost.command.platform.ProcessingGroups;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which courses are assigned to which groups. Kept in the transaction of the events. */
@Component
@ProcessingGroup(ProcessingGroups.LOOKUPS)
class GroupCourseLookup {

    private final JdbcClient jdbc;

    GroupCourseLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The groups that a course is assigned to, in a stable order. */
    List<GroupId> groupsWith(CourseId courseId) {
        return jdbc.sql("select group_id from waypost_write.group_course_lookup where course_id = ? order by group_id")
                .param(courseId.value())
                .query((row, number) -> new GroupId(row.getLong("group_id")))
                .list();
    }

    @EventHandler
    void on(CourseAssignedToGroup event) {
        jdbc.sql("""
                        insert into waypost_write.group_course_lookup (group_id, course_id) values (?, ?)
                        on conflict do nothing""")
                .param(event.groupId().value())
                .param(event.courseId().value())
                .update();
    }

    @EventHandler
    void on(CourseUnassignedFromGroup event) {
        jdbc.sql("delete from waypost_write.group_course_lookup where group_id = ? and course_id = ?")
                .param(event.groupId().value())
                .param(event.courseId().value())
                .update();
    }

    @EventHandler
    void on(GroupDeleted event) {
        jdbc.sql("delete from waypost_write.group_course_lookup where group_id = ?")
                .param(event.groupId().value())
                .update();
    }
}
