package io.waypost.command.group;

import io.waypost.api.group.GroupRole;
import io.waypost.api.user.UserId;
import io.waypost.command.platform.Versioned;
import java.util.List;

/**
 * What became of an import.
 *
 * @param group the group afterwards
 * @param members what became of each of those to take in, in the order they were named
 */
record ImportedMembers(GroupState group, List<Imported> members) implements Versioned {

    @Override
    public String aggregateId() {
        return group.aggregateId();
    }

    @Override
    public long version() {
        return group.version();
    }

    /**
     * A member after the import.
     *
     * @param role the role they have now
     * @param added whether they were none before
     */
    record Imported(UserId userId, GroupRole role, boolean added) {}
}
