package io.waypost.command.learner;

import io.waypost.api.course.CourseId;
import io.waypost.api.learner.LearnerEvent.CourseAssignedToLearner;
import io.waypost.api.learner.LearnerEvent.CourseUnassignedFromLearner;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.user.UserEvent.UserErased;
import io.waypost.command.platform.ProcessingGroups;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which courses are assigned to which users directly. Kept in the transaction of the events. */
@Component
@ProcessingGroup(ProcessingGroups.LOOKUPS)
class LearnerCourseLookup {

    private final JdbcClient jdbc;

    LearnerCourseLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The learners that a course is assigned to directly, in a stable order. */
    List<LearnerId> learnersWith(CourseId courseId) {
        return jdbc.sql("select user_id from waypost_write.learner_course_lookup where course_id = ? order by user_id")
                .param(courseId.value())
                .query((row, number) -> new LearnerId(row.getLong("user_id")))
                .list();
    }

    @EventHandler
    void on(CourseAssignedToLearner event) {
        jdbc.sql("""
                        insert into waypost_write.learner_course_lookup (user_id, course_id) values (?, ?)
                        on conflict do nothing""")
                .param(event.learnerId().value())
                .param(event.courseId().value())
                .update();
    }

    @EventHandler
    void on(CourseUnassignedFromLearner event) {
        jdbc.sql("delete from waypost_write.learner_course_lookup where user_id = ? and course_id = ?")
                .param(event.learnerId().value())
                .param(event.courseId().value())
                .update();
    }

    /** Nobody can be asked about an erased user any more: what was assigned to them remains history. */
    @EventHandler
    void on(UserErased event) {
        jdbc.sql("delete from waypost_write.learner_course_lookup where user_id = ?")
                .param(event.userId().value())
                .update();
    }
}
