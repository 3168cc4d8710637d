package io.waypost.query.progress;

import io.waypost.api.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is kept of a learner beside the account, where it is written, because no event may hold it. */
@Component
class BesideAccount {

    private final JdbcClient jdbc;

    BesideAccount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why the user was let off posts, by the posts' numbers. */
    Map<Long, String> waiverReasons(UserId user) {
        return jdbc
                .sql("select post_id, reason from waypost_write.waiver_reason where user_id = ?")
                .param(user.value())
                .query((row, number) -> Map.entry(row.getLong("post_id"), row.getString("reason")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Which parts of videos the user has watched. */
    List<WatchedVideo> watchedVideos(UserId user) {
        return jdbc.sql("select post_id, parts from waypost_write.watched where user_id = ? order by post_id")
                .param(user.value())
                .query((row, number) -> video(row))
                .list();
    }

    private static WatchedVideo video(ResultSet row) throws SQLException {
        return new WatchedVideo(
                row.getLong("post_id"),
                Arrays.stream((Long[]) row.getArray("parts").getArray()).toList());
    }

    /**
     * Which parts of a video were watched.
     *
     * @param partsMilliseconds from and to, from and to, in order
     */
    record WatchedVideo(long postId, List<Long> partsMilliseconds) {}
}
