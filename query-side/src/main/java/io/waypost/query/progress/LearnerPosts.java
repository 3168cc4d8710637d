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

/**
 * What users have done with posts.
 *
 * @param target where the table is
 */
record LearnerPosts(ReadSchema target) {

    /** Looks each one up by itself: the planner, who takes a table that is being filled for small, would read all of it. */
    private static final String READ = """
            select l.*
              from unnest(?::bigint[], ?::bigint[]) as u (user_id, post_id)
                   cross join lateral (select *
                                         from schema.learner_post p
                                        where p.user_id = u.user_id and p.post_id = u.post_id
                                       offset 0) l""";

    private static final String INSERT = """
            insert into schema.learner_post
                   (user_id, post_id, completed_at, via, waived_at, waived_by, last_activity_at,
                    watched_percent, best_score_percent, attempts, decided_type, decided_event_id, decided_at)
            select user_id, post_id,
                   timestamptz 'epoch' + completed * interval '1 microsecond', via,
                   timestamptz 'epoch' + waived * interval '1 microsecond', waived_by,
                   timestamptz 'epoch' + last_activity * interval '1 microsecond',
                   watched_percent, best_score_percent, attempts, decided_type, decided_event_id,
                   timestamptz 'epoch' + decided * interval '1 microsecond'
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                          ?::integer[], ?::integer[], ?::integer[], ?::text[], ?::text[], ?::bigint[])
                   as u (user_id, post_id, completed, via, waived, waived_by, last_activity,
                         watched_percent, best_score_percent, attempts, decided_type, decided_event_id, decided)
            """;

    private static final String OR_UPDATE = """
            on conflict (user_id, post_id) do update
               set completed_at = excluded.completed_at, via = excluded.via,
                   waived_at = excluded.waived_at, waived_by = excluded.waived_by,
                   last_activity_at = excluded.last_activity_at,
                   watched_percent = excluded.watched_percent,
                   best_score_percent = excluded.best_score_percent, attempts = excluded.attempts,
                   decided_type = excluded.decided_type, decided_event_id = excluded.decided_event_id,
                   decided_at = excluded.decided_at
            """;

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
        Map<LearnerPost.Key, LearnerPost> known =
                read(List.copyOf(keys)).stream().collect(Collectors.toMap(LearnerPost::key, Function.identity()));
        Map<LearnerPost.Key, LearnerPost> after = new LinkedHashMap<>();
        keys.forEach(key -> after.put(key, known.getOrDefault(key, LearnerPost.untouched(key))));
        for (ViewEvent happened : events) {
            if (happened.payload() instanceof LearnerEvent.PostProgressed event) {
                after.computeIfPresent(key(event), (key, post) -> post.after(event, happened));
            }
        }
        Map<Boolean, List<LearnerPost>> byKnown =
                after.values().stream().collect(Collectors.partitioningBy(post -> known.containsKey(post.key())));
        // Nearly all are new, and looking for what is in the way of a new row costs half as much again.
        write(INSERT, byKnown.getOrDefault(false, List.of()));
        write(INSERT + OR_UPDATE, byKnown.getOrDefault(true, List.of()));
        return after.values().stream()
                .map(post ->
                        new LearnerPostStep(known.getOrDefault(post.key(), LearnerPost.untouched(post.key())), post))
                .toList();
    }

    private static LearnerPost.Key key(LearnerEvent.PostProgressed event) {
        return new LearnerPost.Key(event.learnerId().value(), event.postId().value());
    }

    private List<LearnerPost> read(List<LearnerPost.Key> keys) {
        Columns<LearnerPost.Key> columns = new Columns<>(keys);
        return target.sql(READ)
                .param(columns.longs(LearnerPost.Key::userId))
                .param(columns.longs(LearnerPost.Key::postId))
                .query((row, number) -> post(row))
                .list();
    }

    private void write(String statement, List<LearnerPost> posts) {
        if (posts.isEmpty()) {
            return;
        }
        Columns<LearnerPost> columns = new Columns<>(posts);
        target.sql(statement)
                .param(columns.longs(post -> post.key().userId()))
                .param(columns.longs(post -> post.key().postId()))
                .param(columns.optionalMicros(post -> post.completion().map(LearnerPost.Completion::at)))
                .param(columns.optionalTexts(post -> post.completion().map(LearnerPost.Completion::via)))
                .param(columns.optionalMicros(post -> post.waiver().map(LearnerPost.Waiver::at)))
                .param(columns.optionalLongs(post -> post.waiver().map(LearnerPost.Waiver::by)))
                .param(columns.optionalMicros(LearnerPost::lastActivityAt))
                .param(columns.optionalInts(LearnerPost::watchedPercent))
                .param(columns.optionalInts(LearnerPost::bestScorePercent))
                .param(columns.ints(LearnerPost::attempts))
                .param(columns.optionalTexts(post -> post.decision().map(LearnerPost.Decision::type)))
                .param(columns.optionalTexts(post -> post.decision().map(LearnerPost.Decision::eventId)))
                .param(columns.optionalMicros(post -> post.decision().map(LearnerPost.Decision::at)))
                .update();
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
