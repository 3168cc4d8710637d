package io.waypost.benchmarks;

import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.PostCompleted;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import io.waypost.platform.eventstore.EventJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Appends what learners completed straight to the event store, where it is serialized as the service does it. */
final class Completions {

    private static final int BATCH = 1000;
    private static final long SEED = 1;

    private Completions() {}

    /** Lets each of these users complete some posts, from the first on. */
    static void make(Service service, long firstUser, int users, List<Long> posts) {
        JsonMapper json = EventJson.mapper();
        Random random = new Random(SEED);
        try (Connection connection = service.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement event = connection.prepareStatement("""
                            insert into waypost_write.domain_event
                                   (event_id, aggregate_id, sequence_number, aggregate_type, occurred_at, event_type,
                                    revision, payload, metadata)
                            values (?, ?, ?, 'Learner', ?, 'PostCompleted', '1', ?, '{}')""")) {
                int waiting = 0;
                for (int user = 0; user < users; user++) {
                    LearnerId learner = new LearnerId(firstUser + user);
                    int completed = 1 + random.nextInt(posts.size());
                    for (int i = 0; i < completed; i++) {
                        Instant now = Instant.now();
                        event.setString(1, UUID.randomUUID().toString());
                        event.setString(2, learner.toString());
                        event.setLong(3, i);
                        event.setString(4, now.toString());
                        event.setString(
                                5,
                                json.writeValueAsString(
                                        new PostCompleted(learner, new PostId(posts.get(i)), now, CompletionWay.HAND)));
                        event.addBatch();
                        waiting++;
                        if (waiting % BATCH == 0) {
                            event.executeBatch();
                        }
                    }
                }
                event.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The completions cannot be made", e);
        }
    }
}
