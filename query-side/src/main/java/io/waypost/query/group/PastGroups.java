package io.waypost.query.group;

import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupId;
import io.waypost.query.platform.PastEvents;
import io.waypost.query.platform.ViewEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells how groups were, from their events. */
@Component
class PastGroups {

    private final PastEvents events;

    PastGroups(PastEvents events) {
        this.events = events;
    }

    /** All that had happened to a group by a position; empty if there was none then. */
    Optional<GroupChange> find(GroupId id, long position) {
        GroupChange group = new GroupChange(id.value());
        for (ViewEvent happened : events.of(List.of(id.toString()), position)) {
            if (happened.payload() instanceof GroupEvent event) {
                group.fold(event, happened);
            }
        }
        return Optional.of(group).filter(folded -> folded.created().isPresent()).filter(folded -> !folded.deleted());
    }
}
