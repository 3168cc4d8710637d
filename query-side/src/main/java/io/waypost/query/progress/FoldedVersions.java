package io.waypost.query.progress;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.user.UserEvent;
import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import io.waypost.query.platform.ViewEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows which events are folded in. The numbers of completed posts are kept by adding up, so an event may count only once.
 *
 * @param target where the tables are
 */
record FoldedVersions(ReadSchema target) {

    private record Folded(String aggregateId, long version) {}

    /**
     * Notes the events of a batch as folded in.
     *
     * @return those of them that were not yet and that matter for progress
     */
    List<ViewEvent> advance(List<ViewEvent> batch) {
        Map<String, Long> folded = new HashMap<>(read(batch));
        Map<String, Long> advanced = new LinkedHashMap<>();
        List<ViewEvent> fresh = new ArrayList<>();
        for (ViewEvent happened : batch) {
            Optional<String> id = aggregateId(happened.payload());
            if (id.isPresent()
                    && folded.getOrDefault(id.get(), -1L) < happened.version()
                    && !learnerIsErased(happened.payload(), folded)) {
                folded.put(id.get(), happened.version());
                advanced.put(id.get(), happened.version());
                fresh.add(happened);
            }
        }
        write(List.copyOf(advanced.entrySet()));
        return List.copyOf(fresh);
    }

    /** Of users only their end is folded in, and what follows on it changes nothing. */
    private static boolean learnerIsErased(Object payload, Map<String, Long> folded) {
        return payload instanceof LearnerEvent event
                && folded.containsKey(event.learnerId().userId().toString());
    }

    private static Optional<String> aggregateId(Object payload) {
        return switch (payload) {
            case CourseEvent.ModulesOrdered event ->
                Optional.of(event.courseId().toString());
            case CourseEvent.CourseDeleted event -> Optional.of(event.courseId().toString());
            case ModuleEvent.PostsOrdered event -> Optional.of(event.moduleId().toString());
            case ModuleEvent.ModuleDeleted event -> Optional.of(event.moduleId().toString());
            case LearnerEvent.PostProgressed event ->
                Optional.of(event.learnerId().toString());
            case LearnerEvent.CourseCompleted event ->
                Optional.of(event.learnerId().toString());
            case UserEvent.UserErased event -> Optional.of(event.userId().toString());
            default -> Optional.empty();
        };
    }

    private Map<String, Long> read(List<ViewEvent> batch) {
        String[] ids = batch.stream()
                .map(ViewEvent::payload)
                .flatMap(payload -> Stream.concat(aggregateId(payload).stream(), userOfLearner(payload)))
                .distinct()
                .toArray(String[]::new);
        Map<String, Long> versions = new HashMap<>();
        if (ids.length > 0) {
            target.sql("select aggregate_id, version from schema.progress_folded where aggregate_id = any (?)")
                    .param(ids)
                    .query((row, number) -> new Folded(row.getString(1), row.getLong(2)))
                    .list()
                    .forEach(folded -> versions.put(folded.aggregateId(), folded.version()));
        }
        return versions;
    }

    private static Stream<String> userOfLearner(Object payload) {
        return payload instanceof LearnerEvent event
                ? Stream.of(event.learnerId().userId().toString())
                : Stream.empty();
    }

    private void write(List<Map.Entry<String, Long>> advanced) {
        if (advanced.isEmpty()) {
            return;
        }
        Columns<Map.Entry<String, Long>> columns = new Columns<>(advanced);
        target.sql("""
                        insert into schema.progress_folded (aggregate_id, version)
                        select * from unnest(?::text[], ?::bigint[])
                        on conflict (aggregate_id) do update set version = excluded.version
                        """)
                .param(columns.texts(Map.Entry::getKey))
                .param(columns.longs(Map.Entry::getValue))
                .update();
    }
}
