package io.waypost.query.testing;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.user.UserEvent;
import io.waypost.query.platform.ViewEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events of a test in the order in which they happened, one second apart, numbered per aggregate. */
public final class Happened {

    /** When the first event happened. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<ViewEvent> events = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();

    /** The events. */
    public static Happened of(List<?> payloads) {
        Happened happened = new Happened();
        payloads.forEach(happened::add);
        return happened;
    }

    /** One more event. */
    public void add(Object payload) {
        long version = versions.merge(aggregateId(payload), 0L, (before, zero) -> before + 1);
        events.add(new ViewEvent(idOf(payload, version), payload, version, START.plusSeconds(events.size())));
    }

    /** All of them. */
    public List<ViewEvent> events() {
        return List.copyOf(events);
    }

    /** The identifier of the event of an aggregate with that number. */
    public static String idOf(Object payload, long version) {
        String name = aggregateId(payload) + "/" + version;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The aggregate that an event belongs to. */
    public static String aggregateId(Object payload) {
        return switch (payload) {
            case CourseEvent course -> course.courseId().toString();
            case ModuleEvent module -> module.moduleId().toString();
            case GroupEvent group -> group.groupId().toString();
            case UserEvent user -> user.userId().toString();
            case LearnerEvent learner -> learner.learnerId().toString();
            default -> "other-1";
        };
    }
}
