package io.waypost.query.progress;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.query.platform.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads how far the members of a group are in its courses. All pairs of a member and a course are sorted by what is kept
 * ready; only for those that are shown the posts are looked at. Whose account is erased is not shown.
 */
@Component
class GroupLearners {

    /** How many rows are held at a time while all are gone through one by one. */
    private static final int FETCH_SIZE = 500;

    /** What people are sorted by, the same on every machine. */
    private static final String NAME =
            "lower(concat_ws(' ', u.last_name, u.first_name, u.username) collate \"pg_c_utf8\")";

    private static final String PAIRS = "select u.id as user_id, u.username, u.first_name, u.last_name, "
            + NAME
            + " as name, g.ordering as place, "
            + Figures.COLUMNS
            + """
              from waypost_read.group_member m
                   join waypost_write.account u on u.id = m.user_id
                   join waypost_read.group_course g on g.group_id = m.group_id
                   join waypost_read.course c on c.id = g.course_id
            """
            + Figures.JOINS
            + " where m.group_id = :group";

    private final JdbcClient jdbc;

    GroupLearners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A learner with a course, and where they stand. */
    record Placed(LearnerPlace place, LearnerProgressAnswer learner) {}

    /**
     * Which list.
     *
     * @param course the only course to show; empty: all of the group
     */
    record Wanted(GroupId group, Optional<CourseId> course, ProgressOrder order) {}

    /** At most so many rows, from the one on that follows a place. */
    List<Placed> page(Wanted wanted, Optional<LearnerPlace> after, int limit) {
        StatementSpec select = select(wanted, after.isPresent() ? wanted.order().after() : "true", " limit :limit")
                .param("limit", limit);
        if (after.isPresent()) {
            select.param("rank", after.get().rank())
                    .param("name", name(after.get().userId()))
                    .param("user", after.get().userId())
                    .param("place", after.get().place());
        }
        return select.query((row, number) -> new Placed(
                        new LearnerPlace(
                                wanted.order().code(),
                                row.getLong("rank"),
                                row.getLong("user_id"),
                                row.getInt("place")),
                        learner(row)))
                .list();
    }

    /** Goes through the whole list without holding it. */
    void forEach(Wanted wanted, Consumer<LearnerProgressAnswer> consumer) {
        RowCallbackHandler each = row -> consumer.accept(learner(row));
        select(wanted, "true", "").withFetchSize(FETCH_SIZE).query(each);
    }

    private StatementSpec select(Wanted wanted, String after, String limit) {
        String ranked = "select q.*, " + wanted.order().rank() + " as rank from (" + PAIRS
                + (wanted.course().isPresent() ? " and c.id = :course" : "") + ") q";
        String shown = "select * from (" + ranked + ") r where " + after + " order by "
                + wanted.order().orderBy("r") + limit;
        StatementSpec select = jdbc.sql(Figures.withOpenPosts(shown) + " order by "
                        + wanted.order().orderBy("s"))
                .param("group", wanted.group().value());
        return wanted.course()
                .map(course -> select.param("course", course.value()))
                .orElse(select);
    }

    /** A place of one who is gone by now is none any more: nobody knows what name it was. */
    private String name(long userId) {
        return jdbc.sql("select " + NAME + " from waypost_write.account u where u.id = ?")
                .param(userId)
                .query(String.class)
                .optional()
                .orElseThrow(PageRequest::invalidCursor);
    }

    private static LearnerProgressAnswer learner(ResultSet row) throws SQLException {
        return new LearnerProgressAnswer(
                row.getLong("user_id"),
                row.getString("username"),
                Cells.text(row, "first_name"),
                Cells.text(row, "last_name"),
                Figures.answer(row));
    }
}
