package io.waypost.query.progress;

import io.waypost.api.learner.LearnerEvent;
import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import io.waypost.query.platform.ViewEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What users have done with posts.
 *
 * @param target where the table is
 */
record LearnerPosts(ReadSchema target) {

    /**
     * Folds what happened to learners.
     *
     * @return what changed, each post of a user once
     */
    List<LearnerPostStep> fold(List<ViewEvent> events) {
        Set<LearnerPost.Key> keys = events.stream()
                .map(ViewEvent::payload)
                .filter(LearnerEvent.PostProgressed.class::isInstance)
                .map(event -> key((LearnerEvent.PostProgressed) event))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<LearnerPost.Key, LearnerPost> before = new LinkedHashMap<>();
        keys.forEach(key -> before.put(key, LearnerPost.untouched(key)));
        read(List.copyOf(keys)).forEach(post -> before.put(post.key(), post));
        Map<LearnerPost.Key, LearnerPost> after = new LinkedHashMap<>(before);
        for (ViewEvent happened : events) {
            if (happened.payload() instanceof LearnerEvent.PostProgressed event) {
                after.computeIfPresent(key(event), (key, post) -> post.after(event, happened));
            }
        }
        write(List.copyOf(after.values()));
        return before.values().stream()
                .map(post -> new LearnerPostStep(post, after.getOrDefault(post.key(), post)))
                .toList();
    }

    private static LearnerPost.Key key(LearnerEvent.PostProgressed event) {
        return new LearnerPost.Key(event.learnerId().value(), event.postId().value());
    }

    private List<LearnerPost> read(List<LearnerPost.Key> keys) {
        Columns<LearnerPost.Key> columns = new Columns<>(keys);
        return target.sql("""
                        select l.*
                          from unnest(?::bigint[], ?::bigint[]) as u (user_id, post_id)
                               join schema.learner_post l on l.user_id = u.user_id and l.post_id = u.post_id
                        """)
                .param(columns.longs(LearnerPost.Key::userId))
                .param(columns.longs(LearnerPost.Key::postId))
                .query((row, number) -> post(row))
                .list();
    }

    private void write(List<LearnerPost> posts) {
        Columns<LearnerPost> columns = new Columns<>(posts);
        target.sql("""
                        insert into schema.learner_post
                               (user_id, post_id, completed_at, via, waived_at, waived_by, last_activity_at,
                                watched_percent, best_score_percent, attempts,
                                decided_type, decided_event_id, decided_at)
                        select * from unnest(?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[], ?::timestamptz[],
                                             ?::bigint[], ?::timestamptz[], ?::integer[], ?::integer[], ?::integer[],
                                             ?::text[], ?::text[], ?::timestamptz[])
                        on conflict (user_id, post_id) do update
                           set completed_at = excluded.completed_at, via = excluded.via,
                               waived_at = excluded.waived_at, waived_by = excluded.waived_by,
                               last_activity_at = excluded.last_activity_at,
                               watched_percent = excluded.watched_percent,
                               best_score_percent = excluded.best_score_percent, attempts = excluded.attempts,
                               decided_type = excluded.decided_type, decided_event_id = excluded.decided_event_id,
                               decided_at = excluded.decided_at
                        """)
                .param(columns.longs(post -> post.key().userId()))
                .param(columns.longs(post -> post.key().postId()))
                .param(texts(columns, post -> post.completion().map(LearnerPost.Completion::at)))
                .param(texts(columns, post -> post.completion().map(LearnerPost.Completion::via)))
                .param(texts(columns, post -> post.waiver().map(LearnerPost.Waiver::at)))
                .param(texts(columns, post -> post.waiver().map(LearnerPost.Waiver::by)))
                .param(texts(columns, LearnerPost::lastActivityAt))
                .param(texts(columns, LearnerPost::watchedPercent))
                .param(texts(columns, LearnerPost::bestScorePercent))
                .param(columns.ints(LearnerPost::attempts))
                .param(texts(columns, post -> post.decision().map(LearnerPost.Decision::type)))
                .param(texts(columns, post -> post.decision().map(LearnerPost.Decision::eventId)))
                .param(texts(columns, post -> post.decision().map(LearnerPost.Decision::at)))
                .update();
    }

    private static @Nullable String[] texts(Columns<LearnerPost> columns, Function<LearnerPost, Optional<?>> value) {
        return columns.optionalTexts(post -> value.apply(post).map(Object::toString));
    }

    /** What a row with the columns of the table says. */
    static LearnerPost post(ResultSet row) throws SQLException {
        Optional<Instant> completedAt = Cells.time(row, "completed_at");
        Optional<Instant> waivedAt = Cells.time(row, "waived_at");
        Optional<Instant> decidedAt = Cells.time(row, "decided_at");
        String via = Cells.text(row, "via").orElse("");
        long waivedBy = Cells.number(row, "waived_by").orElse(0L);
        String type = Cells.text(row, "decided_type").orElse("");
        String eventId = Cells.text(row, "decided_event_id").orElse("");
        return new LearnerPost(
                new LearnerPost.Key(row.getLong("user_id"), row.getLong("post_id")),
                completedAt.map(at -> new LearnerPost.Completion(at, via)),
                waivedAt.map(at -> new LearnerPost.Waiver(at, waivedBy)),
                Cells.time(row, "last_activity_at"),
                Cells.percent(row, "watched_percent"),
                Cells.percent(row, "best_score_percent"),
                row.getInt("attempts"),
                decidedAt.map(at -> new LearnerPost.Decision(type, eventId, at)));
    }
}
