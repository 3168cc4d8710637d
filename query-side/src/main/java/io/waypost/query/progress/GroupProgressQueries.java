package io.waypost.query.progress;

import io.waypost.api.problem.RequestRejected;
import io.waypost.platform.security.CurrentUser;
import io.waypost.query.platform.CsvAnswer;
import io.waypost.query.platform.GroupVisibility;
import io.waypost.query.platform.Page;
import io.waypost.query.platform.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers those who lead a group how far its members are. */
@Component
class GroupProgressQueries {

    private final JdbcClient jdbc;
    private final GroupLearners learners;
    private final GroupVisibility visibility;

    GroupProgressQueries(JdbcClient jdbc, GroupLearners learners, GroupVisibility visibility) {
        this.jdbc = jdbc;
        this.learners = learners;
        this.visibility = visibility;
    }

    /**
     * A part of the list.
     *
     * @throws RequestRejected if there is no such group or no such course in it, or the user does not lead the group
     */
    Page<LearnerProgressAnswer> page(GroupLearners.Wanted wanted, CurrentUser user, PageRequest request) {
        Optional<LearnerPlace> after = request.after().map(text -> LearnerPlace.parse(text, wanted.order()));
        open(wanted, user);
        return Page.of(
                        learners.page(wanted, after, request.readLimit()),
                        request,
                        placed -> placed.place().text())
                .map(GroupLearners.Placed::learner);
    }

    /**
     * Writes the whole list to the response as CSV.
     *
     * @throws RequestRejected if there is no such group or no such course in it, or the user does not lead the group
     */
    void write(GroupLearners.Wanted wanted, CurrentUser user, HttpServletResponse response) {
        open(wanted, user);
        CsvAnswer csv = CsvAnswer.begin(response, wanted.group() + "-progress.csv", LearnerProgressAnswer.COLUMNS);
        learners.forEach(wanted, learner -> csv.row(learner.cells()));
        csv.end();
    }

    private void open(GroupLearners.Wanted wanted, CurrentUser user) {
        visibility.lead(wanted.group(), user);
        boolean found = wanted.course().isEmpty()
                || jdbc.sql("""
                                select exists (select
                                                 from waypost_read.group_course g
                                                      join waypost_read.course c on c.id = g.course_id
                                                where g.group_id = ? and g.course_id = ?)
                                """)
                        .param(wanted.group().value())
                        .param(wanted.course().get().value())
                        .query(Boolean.class)
                        .single();
        if (!found) {
            throw RequestRejected.notFound("Course");
        }
    }
}
