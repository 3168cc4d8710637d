package io.waypost.command.learner;

import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which parts of videos learners have watched: much finer than the events, which hold whole percents. */
@Component
class WatchedVideos {

    /** Each costs memory and time with every request that follows. */
    private static final int MOST_PARTS = 10_000;

    private final JdbcClient jdbc;

    WatchedVideos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds parts to those that were watched so far. Until the transaction ends, nobody else, on whichever node, can add to
     * them: nothing gets lost between two devices.
     *
     * @return how much of the video that is altogether, in percent, rounded down
     * @throws RequestRejected if it is more in pieces than anyone watches
     */
    int add(LearnerId learnerId, PostId postId, WatchedParts parts, long durationSeconds) {
        WatchedParts before = lock(learnerId, postId);
        WatchedParts after = before.and(parts.within(durationSeconds));
        if (after.parts().size() > MOST_PARTS) {
            throw new RequestRejected(ProblemCode.TOO_MANY_PARTS, "The video was watched in too many separate parts");
        }
        if (!after.equals(before)) {
            keep(learnerId, postId, after);
        }
        return after.percentOf(durationSeconds);
    }

    private WatchedParts lock(LearnerId learnerId, PostId postId) {
        jdbc.sql("""
                        insert into waypost_write.watched (user_id, post_id, parts) values (?, ?, '{}')
                        on conflict do nothing""").param(learnerId.value()).param(postId.value()).update();
        return jdbc
                .sql("select parts from waypost_write.watched where user_id = ? and post_id = ? for update")
                .param(learnerId.value())
                .param(postId.value())
                .query((row, number) -> (Long[]) row.getArray("parts").getArray())
                .stream()
                .map(boundaries -> WatchedParts.between(
                        Stream.of(boundaries).mapToLong(Long::longValue).toArray()))
                .findFirst()
                .orElseThrow();
    }

    private void keep(LearnerId learnerId, PostId postId, WatchedParts parts) {
        Long[] boundaries = LongStream.of(parts.boundaries()).boxed().toArray(Long[]::new);
        jdbc.sql("update waypost_write.watched set parts = :parts where user_id = :user and post_id = :post")
                .param("parts", boundaries)
                .param("user", learnerId.value())
                .param("post", postId.value())
                .update();
    }
}
