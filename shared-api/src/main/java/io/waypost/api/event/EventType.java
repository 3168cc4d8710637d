package io.waypost.api.event;

/**
 * Under which name an event is stored and published. Names outlive the Java classes: a class may be renamed or moved, the
 * stored name stays.
 *
 * @param subject the word that starts the id of the aggregate, such as {@code course}
 * @param name the name in the event store, such as {@code ModuleAddedToCourse}
 * @param revision the revision of its JSON, from 1
 * @param payload the record that holds it today
 */
public record EventType(String subject, String name, int revision, Class<?> payload) {

    /** The {@code type} of its CloudEvents, such as {@code io.waypost.course.ModuleAddedToCourse.v1}. */
    public String cloudEventType() {
        return "io.waypost." + subject + "." + name + ".v" + revision;
    }
}
