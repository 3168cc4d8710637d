package io.waypost.command.learner;

import io.waypost.api.learner.LearnerEvent.CourseCompleted;
import io.waypost.api.learner.LearnerEvent.PostCompleted;
import io.waypost.api.learner.LearnerEvent.PostProgressed;
import io.waypost.api.learner.LearnerEvent.PostReopened;
import io.waypost.api.learner.LearnerEvent.PostWaived;
import io.waypost.api.user.UserEvent.UserErased;
import io.waypost.command.platform.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which posts count for which users, and who completed which course. Kept in the transaction of the events. */
@Component
@ProcessingGroup(ProcessingGroups.LOOKUPS)
class LearnerProgressLookup {

    private final JdbcClient jdbc;

    LearnerProgressLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(PostCompleted event) {
        counts(event);
    }

    @EventHandler
    void on(PostWaived event) {
        counts(event);
    }

    @EventHandler
    void on(PostReopened event) {
        jdbc.sql("delete from waypost_write.learner_post_lookup where user_id = ? and post_id = ?")
                .param(event.learnerId().value())
                .param(event.postId().value())
                .update();
    }

    @EventHandler
    void on(CourseCompleted event) {
        jdbc.sql("""
                        insert into waypost_write.learner_course_completion_lookup (user_id, course_id) values (?, ?)
                        on conflict do nothing""")
                .param(event.learnerId().value())
                .param(event.courseId().value())
                .update();
    }

    /** Nobody can be asked about an erased user any more: what they did remains history. */
    @EventHandler
    void on(UserErased event) {
        for (String table : new String[] {"learner_post_lookup", "learner_course_completion_lookup"}) {
            jdbc.sql("delete from waypost_write." + table + " where user_id = ?")
                    .param(event.userId().value())
                    .update();
        }
    }

    private void counts(PostProgressed event) {
        jdbc.sql("""
                        insert into waypost_write.learner_post_lookup (user_id, post_id) values (?, ?)
                        on conflict do nothing""")
                .param(event.learnerId().value())
                .param(event.postId().value())
                .update();
    }
}
