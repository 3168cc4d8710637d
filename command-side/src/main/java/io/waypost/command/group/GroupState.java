package io.waypost.command.group;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.user.UserId;
import io.waypost.command.platform.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A group as a command left it. It tells how many members there are, not who: there may be thousands.
 *
 * @param courseIds its courses in order
 */
record GroupState(
        GroupId id,
        String name,
        Optional<String> description,
        UserId createdBy,
        int memberCount,
        List<CourseId> courseIds,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    @Override
    public String aggregateId() {
        return id.toString();
    }
}
