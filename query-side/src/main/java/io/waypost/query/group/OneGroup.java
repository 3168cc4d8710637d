package io.waypost.query.group;

import io.waypost.api.group.GroupId;
import io.waypost.platform.security.CurrentUser;
import io.waypost.query.platform.Found;
import io.waypost.query.platform.PositionOfViews;
import io.waypost.query.platform.Usernames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a group with its members in one statement. */
@Component
class OneGroup {

    private final JdbcClient jdbc;
    private final String statement;

    OneGroup(JdbcClient jdbc, PositionOfViews positionOfViews) {
        this.jdbc = jdbc;
        // The description may be long and the members many: it comes with the first of them only.
        this.statement = """
                select g.id as group_id, g.name as group_name,
                       case when row_number() over (order by m.joined_version) = 1 then g.description end
                         as group_description,
                       %s as created_by, g.created_at as group_created_at, g.updated_at as group_updated_at, g.version,
                       %s as as_of,
                       exists (select from waypost_read.group_member own
                                where own.group_id = :group and own.user_id = :user) as member,
                       %s
                  from waypost_read.user_group g
                       left join waypost_write.account creator on creator.id = g.created_by
                       left join (waypost_read.group_member m join waypost_write.account a on a.id = m.user_id)
                         on m.group_id = g.id
                 where g.id = :group
                 order by m.joined_version
                """.formatted(
                        Usernames.expression("creator", "g.created_by"), positionOfViews.expression(), Roster.COLUMNS);
    }

    /** The group; empty if there is none. */
    Optional<Found<GroupWithMembersAnswer>> find(GroupId id, CurrentUser user) {
        return jdbc.sql(statement)
                .param("group", id.value())
                .param("user", user.id().value())
                .query(OneGroup::read);
    }

    private static Optional<Found<GroupWithMembersAnswer>> read(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        long id = row.getLong("group_id");
        String name = row.getString("group_name");
        Optional<String> description = Optional.ofNullable(row.getString("group_description"));
        String createdBy = row.getString("created_by");
        OffsetDateTime createdAt = row.getObject("group_created_at", OffsetDateTime.class);
        OffsetDateTime updatedAt = row.getObject("group_updated_at", OffsetDateTime.class);
        long version = row.getLong("version");
        long asOf = row.getLong("as_of");
        boolean member = row.getBoolean("member");
        List<MemberAnswer> members = new ArrayList<>();
        do {
            row.getLong("user_id");
            if (!row.wasNull()) {
                members.add(Roster.member(row));
            }
        } while (row.next());
        GroupWithMembersAnswer group = new GroupWithMembersAnswer(
                id,
                name,
                description,
                createdBy,
                createdAt.toInstant(),
                updatedAt.toInstant(),
                members.size(),
                List.copyOf(members));
        return Optional.of(new Found<>(group, version, member, asOf));
    }
}
