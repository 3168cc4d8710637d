package io.waypost.query.platform;

/**
 * One resource, as one statement found it for a user.
 *
 * @param body what is answered, if the user may open it
 * @param version the sequence number of the last event of its aggregate
 * @param granted whether it is open to the user whatever their system role: assigned to them, or theirs as a member
 * @param asOf the position of the last event that this reflects, with all before it
 * @param <T> the kind of resource
 */
public record Found<T>(T body, long version, boolean granted, long asOf) {

    /** What is answered to a user who may open it. */
    public Shown<Versioned<T>> shown() {
        return new Shown<>(new Versioned<>(body, version), asOf);
    }
}
