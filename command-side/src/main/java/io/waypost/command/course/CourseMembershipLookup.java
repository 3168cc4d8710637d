package io.waypost.command.course;

import io.waypost.api.course.CourseEvent.CourseDeleted;
import io.waypost.api.course.CourseEvent.ModuleAddedToCourse;
import io.waypost.api.course.CourseEvent.ModuleRemovedFromCourse;
import io.waypost.api.course.CourseId;
import io.waypost.api.module.ModuleId;
import io.waypost.command.platform.ProcessingGroups;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which courses show a module. Kept in the transaction of the events. */
@Component
@ProcessingGroup(ProcessingGroups.LOOKUPS)
class CourseMembershipLookup {

    private final JdbcClient jdbc;

    CourseMembershipLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The courses that show the module, in a stable order. */
    List<CourseId> coursesWith(ModuleId moduleId) {
        return jdbc.sql(
                        "select course_id from waypost_write.course_module_lookup where module_id = ? order by course_id")
                .param(moduleId.value())
                .query((row, number) -> new CourseId(row.getLong("course_id")))
                .list();
    }

    @EventHandler
    void on(ModuleAddedToCourse event) {
        jdbc.sql("""
                        insert into waypost_write.course_module_lookup (course_id, module_id) values (?, ?)
                        on conflict do nothing""")
                .param(event.courseId().value())
                .param(event.moduleId().value())
                .update();
    }

    @EventHandler
    void on(ModuleRemovedFromCourse event) {
        jdbc.sql("delete from waypost_write.course_module_lookup where course_id = ? and module_id = ?")
                .param(event.courseId().value())
                .param(event.moduleId().value())
                .update();
    }

    @EventHandler
    void on(CourseDeleted event) {
        jdbc.sql("delete from waypost_write.course_module_lookup where course_id = ?")
                .param(event.courseId().value())
                .update();
    }
}
