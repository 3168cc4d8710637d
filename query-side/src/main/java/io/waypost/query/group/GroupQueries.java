package io.waypost.query.group;

import io.waypost.api.group.GroupId;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.CurrentUser;
import io.waypost.query.platform.CsvAnswer;
import io.waypost.query.platform.Found;
import io.waypost.query.platform.GroupVisibility;
import io.waypost.query.platform.Page;
import io.waypost.query.platform.PageRequest;
import io.waypost.query.platform.Shown;
import io.waypost.query.platform.Usernames;
import io.waypost.query.platform.Versioned;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Answers what a user may see of groups and their members. */
@Component
class GroupQueries {

    private final GroupRepository groups;
    private final OneGroup one;
    private final PastGroups past;
    private final Roster roster;
    private final GroupVisibility visibility;
    private final Usernames usernames;

    GroupQueries(
            GroupRepository groups,
            OneGroup one,
            PastGroups past,
            Roster roster,
            GroupVisibility visibility,
            Usernames usernames) {
        this.groups = groups;
        this.one = one;
        this.past = past;
        this.roster = roster;
        this.visibility = visibility;
        this.usernames = usernames;
    }

    /** The groups that the user's list shows, oldest first. */
    List<GroupAnswer> list(CurrentUser user) {
        return answers(find(user, GroupPosition.START, Limit.unlimited()));
    }

    /** A part of that list. */
    Page<GroupAnswer> page(CurrentUser user, PageRequest request) {
        GroupPosition after = request.after().map(GroupPosition::parse).orElse(GroupPosition.START);
        List<GroupRow> read = find(user, after, Limit.of(request.readLimit()));
        Page<GroupRow> page =
                Page.of(read, request, group -> GroupPosition.of(group).text());
        return new Page<>(answers(page.items()), page.nextCursor());
    }

    /**
     * One group.
     *
     * @throws RequestRejected if there is none, or the user may not open it
     */
    Shown<Versioned<GroupWithMembersAnswer>> one(GroupId id, CurrentUser user) {
        Found<GroupWithMembersAnswer> found = one.find(id, user).orElseThrow(() -> RequestRejected.notFound("Group"));
        visibility.requireAccess(user, found.granted());
        return found.shown();
    }

    /**
     * One group as it was at a position. Who may see that is decided by the rights of now, and who its members are is told
     * as it is now: the log does not say it.
     *
     * @throws RequestRejected if there was none, or the user may not open it
     */
    GroupWithMembersAnswer past(GroupId id, CurrentUser user, long position) {
        GroupChange group = past.find(id, position).orElseThrow(() -> RequestRejected.notFound("Group"));
        visibility.requireAccess(id, user);
        String createdBy = usernames.of(new UserId(group.created().orElseThrow().by()));
        return GroupWithMembersAnswer.of(group, createdBy, roster.of(group.members()));
    }

    /**
     * The members of a group.
     *
     * @throws RequestRejected if there is no such group, or the user may not open it
     */
    Versioned<List<MemberAnswer>> members(GroupId id, CurrentUser user) {
        long version = visibility.open(id, user);
        return new Versioned<>(roster.all(id), version);
    }

    /**
     * A part of the members.
     *
     * @throws RequestRejected if there is no such group, or the user may not open it
     */
    Versioned<Page<MemberAnswer>> membersPage(GroupId id, CurrentUser user, PageRequest request) {
        long after = request.afterNumber().orElse(Roster.START);
        long version = visibility.open(id, user);
        List<Roster.Place> read = roster.after(id, after, request.readLimit());
        Page<MemberAnswer> page =
                Page.of(read, request, place -> Long.toString(place.position())).map(Roster.Place::member);
        return new Versioned<>(page, version);
    }

    /**
     * Writes the members to the response as CSV.
     *
     * @throws RequestRejected if there is no such group, or the user may not open it
     */
    void writeMembers(GroupId id, CurrentUser user, HttpServletResponse response) {
        visibility.open(id, user);
        CsvAnswer csv = CsvAnswer.begin(response, id + "-members.csv", MemberAnswer.COLUMNS);
        roster.forEach(id, member -> csv.row(member.cells()));
        csv.end();
    }

    private List<GroupRow> find(CurrentUser user, GroupPosition after, Limit limit) {
        return visibility.listsAllGroups(user)
                ? groups.findAllAfter(after.createdAt(), after.id(), limit)
                : groups.findOwnAfter(user.id().value(), after.createdAt(), after.id(), limit);
    }

    private List<GroupAnswer> answers(List<GroupRow> rows) {
        Map<UserId, String> names = usernames.of(
                rows.stream().map(row -> new UserId(row.createdBy())).toList());
        return rows.stream()
                .map(row -> GroupAnswer.of(row, names.getOrDefault(new UserId(row.createdBy()), "")))
                .toList();
    }
}
