package io.waypost.query.platform;

import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sees which groups. */
@Component
public class GroupVisibility {

    private final JdbcClient jdbc;

    GroupVisibility(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the list of groups shows the user all there are. */
    public boolean listsAllGroups(CurrentUser user) {
        return user.is(SystemRole.MANAGER);
    }

    /**
     * Opens a group for a user, with all that it shows: its members and its courses.
     *
     * @return the version of the group
     * @throws RequestRejected if there is none, or the user may not open it
     */
    public long open(GroupId id, CurrentUser user) {
        long version = jdbc.sql("select version from waypost_read.user_group where id = ?")
                .param(id.value())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> RequestRejected.notFound("Group"));
        requireAccess(id, user);
        return version;
    }

    /**
     * Lets those pass who may open a group, whether or not there is one.
     *
     * @throws RequestRejected if the user may not
     */
    public void requireAccess(GroupId id, CurrentUser user) {
        requireAccess(user, user.is(SystemRole.MANAGER) || isMember(id, user));
    }

    /**
     * Lets those pass who may open a group of which it is known whether the user is a member.
     *
     * @throws RequestRejected if the user may not
     */
    public void requireAccess(CurrentUser user, boolean isMember) {
        if (!user.is(SystemRole.MANAGER) && !isMember) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "You are not a member of this group.");
        }
    }

    /**
     * Opens for a user what is known of the members of a group as learners.
     *
     * @throws RequestRejected if there is no such group, or the user has no part in leading it
     */
    public void lead(GroupId id, CurrentUser user) {
        open(id, user);
        if (!user.is(SystemRole.MANAGER) && !leads(id, user)) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "You are neither an owner nor a moderator of this group.");
        }
    }

    private boolean leads(GroupId id, CurrentUser user) {
        return jdbc.sql("select role from waypost_read.group_member where group_id = ? and user_id = ?")
                .param(id.value())
                .param(user.id().value())
                .query(String.class)
                .optional()
                .flatMap(GroupRole::ofCode)
                .filter(role -> role != GroupRole.MEMBER)
                .isPresent();
    }

    private boolean isMember(GroupId id, CurrentUser user) {
        return jdbc.sql("""
                        select exists (select from waypost_read.group_member where group_id = ? and user_id = ?)
                        """)
                .param(id.value())
                .param(user.id().value())
                .query(Boolean.class)
                .single();
    }
}
