package io.waypost.command.learner;

import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps why posts were waived. That is said about a person, so it goes with the account and no event holds it. */
@Component
class WaiverReasons {

    private final JdbcClient jdbc;

    WaiverReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps why a post was waived this time. */
    void keep(LearnerId learnerId, PostId postId, String reason) {
        jdbc.sql("""
                        insert into waypost_write.waiver_reason (user_id, post_id, reason) values (?, ?, ?)
                        on conflict (user_id, post_id) do update set reason = excluded.reason""")
                .param(learnerId.value())
                .param(postId.value())
                .param(reason)
                .update();
    }
}
