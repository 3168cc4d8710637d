package io.waypost.query.group;

import io.waypost.api.group.GroupId;
import io.waypost.api.user.SystemRole;
import io.waypost.query.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads who is in a group, in the order in which they joined. Who they are is read where it is written: personal data has
 * no second place. Whose account is erased is not shown, even before the membership ends.
 */
@Component
class Roster {

    /** Before every member. */
    static final long START = -1;

    /** How many rows are held at a time while the members are gone through one by one. */
    private static final int FETCH_SIZE = 500;

    /** Of a member {@code m} whose account is {@code a}. */
    static final String COLUMNS = """
            m.user_id, a.username, a.email, m.role, a.role as user_role, m.joined_at, m.joined_version,
                   a.avatar_url, a.first_name, a.last_name, a.child_dob, m.updated_at
            """;

    private final JdbcClient jdbc;

    /**
     * A member and where they stand in the group.
     *
     * @param position the number of the event by which the member joined
     * @param member the member
     */
    record Place(long position, MemberAnswer member) {}

    Roster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All members. */
    List<MemberAnswer> all(GroupId group) {
        return select(group, START, Integer.MAX_VALUE)
                .query((row, number) -> member(row))
                .list();
    }

    /** At most so many members, from those on that joined after a position. */
    List<Place> after(GroupId group, long position, int limit) {
        return select(group, position, limit)
                .query((row, number) -> new Place(row.getLong("joined_version"), member(row)))
                .list();
    }

    /** Goes through all members without holding them all. */
    void forEach(GroupId group, Consumer<MemberAnswer> consumer) {
        RowCallbackHandler each = row -> consumer.accept(member(row));
        select(group, START, Integer.MAX_VALUE).withFetchSize(FETCH_SIZE).query(each);
    }

    /** Members that the log tells of, each with how they joined, in the order in which they joined. */
    List<MemberAnswer> of(List<MemberChange> members) {
        Columns<MemberChange> columns = new Columns<>(members);
        return jdbc.sql("select " + COLUMNS + """
                          from unnest(?::bigint[], ?::text[], ?::timestamptz[], ?::bigint[], ?::timestamptz[])
                                 as m (user_id, role, joined_at, joined_version, updated_at)
                               join waypost_write.account a on a.id = m.user_id
                         order by m.joined_version
                        """)
                .param(columns.longs(MemberChange::userId))
                .param(columns.texts(member -> member.role().code()))
                .param(columns.times(member -> member.joined().orElseThrow().at()))
                .param(columns.longs(member -> member.joined().orElseThrow().version()))
                .param(columns.times(MemberChange::updatedAt))
                .query((row, number) -> member(row))
                .list();
    }

    private StatementSpec select(GroupId group, long position, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                          from waypost_read.group_member m join waypost_write.account a on a.id = m.user_id
                         where m.group_id = ? and m.joined_version > ?
                         order by m.joined_version
                         limit ?
                        """)
                .param(group.value())
                .param(position)
                .param(limit);
    }

    /** The member in a row with the columns. */
    static MemberAnswer member(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return new MemberAnswer(
                row.getLong("user_id"),
                row.getString("username"),
                row.getString("email"),
                role,
                role,
                SystemRole.ofCode(row.getString("user_role")).code(),
                time(row, "joined_at"),
                text(row, "avatar_url"),
                text(row, "first_name"),
                text(row, "last_name"),
                Optional.ofNullable(row.getObject("child_dob", LocalDate.class)),
                time(row, "updated_at"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
