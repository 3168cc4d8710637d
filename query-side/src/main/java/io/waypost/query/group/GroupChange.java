package io.waypost.query.group;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupRole;
import io.waypost.query.platform.ViewEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a batch of events changes in one group; of several changes to the same thing the last one counts. It is filled
 * event by event while the batch is folded, and only read from then on.
 */
final class GroupChange {

    /** The texts of a group. */
    record Texts(String name, Optional<String> description) {}

    /** How a group came into being. */
    record Created(long by, Instant at) {}

    private final long groupId;
    private final Map<Long, MemberChange> members = new LinkedHashMap<>();
    private final Set<Long> removedMembers = new LinkedHashSet<>();
    private Optional<Created> created = Optional.empty();
    private Optional<Texts> texts = Optional.empty();
    private Optional<List<CourseId>> courses = Optional.empty();
    private int moreMembers;
    private boolean deleted;
    private long version;
    private Instant updatedAt = Instant.EPOCH;

    GroupChange(long groupId) {
        this.groupId = groupId;
    }

    /** Adds the next event of the group. */
    void fold(GroupEvent event, ViewEvent happened) {
        version = happened.version();
        updatedAt = happened.at();
        switch (event) {
            case GroupEvent.GroupCreated first -> {
                created = Optional.of(new Created(first.createdBy().value(), happened.at()));
                texts = Optional.of(new Texts(first.name(), first.description()));
            }
            case GroupEvent.GroupRevised revised ->
                texts = Optional.of(new Texts(revised.name(), revised.description()));
            case GroupEvent.MemberAddedToGroup added -> add(added.userId().value(), added.role(), happened);
            case GroupEvent.MemberRoleChanged changed -> promote(changed, changed.role(), happened);
            case GroupEvent.GroupOwnershipInherited inherited -> promote(inherited, GroupRole.OWNER, happened);
            case GroupEvent.MemberRemovedFromGroup removed ->
                remove(removed.userId().value());
            case GroupEvent.CoursesOrdered ordered -> courses = Optional.of(ordered.courseIds());
            case GroupEvent.GroupDeleted gone -> deleted = true;
        }
    }

    long groupId() {
        return groupId;
    }

    Optional<Created> created() {
        return created;
    }

    Optional<Texts> texts() {
        return texts;
    }

    /** The members that joined or got another role and are still there. */
    List<MemberChange> members() {
        return List.copyOf(members.values());
    }

    /** The members that left; one who joined again is among the others as well. */
    Set<Long> removedMembers() {
        return Set.copyOf(removedMembers);
    }

    /** How many members the group has more than before the batch, or less. */
    int moreMembers() {
        return moreMembers;
    }

    /** All courses in order, if the order changed. */
    Optional<List<CourseId>> courses() {
        return courses;
    }

    boolean deleted() {
        return deleted;
    }

    long version() {
        return version;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    private void add(long userId, GroupRole role, ViewEvent happened) {
        MemberChange.Joined joined = new MemberChange.Joined(happened.at(), happened.version());
        members.put(userId, new MemberChange(userId, Optional.of(joined), role, happened.at()));
        moreMembers++;
    }

    private void promote(GroupEvent.MembershipChanged event, GroupRole role, ViewEvent happened) {
        long userId = event.userId().value();
        Optional<MemberChange.Joined> joined =
                Optional.ofNullable(members.get(userId)).flatMap(MemberChange::joined);
        members.put(userId, new MemberChange(userId, joined, role, happened.at()));
    }

    private void remove(long userId) {
        members.remove(userId);
        removedMembers.add(userId);
        moreMembers--;
    }
}
