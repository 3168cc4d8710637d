package io.waypost.benchmarks;

import io.waypost.api.learner.LearnerId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.api.user.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a service that has been used for long remembers: of 1,000,000 events, 10,000 users in 100 groups have worked on 20
 * courses, most of all completing posts, a few at a sitting, all of them side by side. It goes straight to the event store,
 * and the accounts with it. It is the same each time.
 *
 * @param events how many events there are
 * @param firstUser the first of the users, whose numbers follow each other
 * @param users how many there are
 * @param courses the courses, each of 13 modules of 10 posts and some more
 * @param firstGroup the first of the groups, whose numbers follow each other
 * @param groups how many there are
 */
record History(long events, long firstUser, int users, List<Long> courses, long firstGroup, int groups) {

    /** Below there is what the service itself numbers. */
    private static final long FIRST = 1_000_000;

    private static final int EVENTS_PER_USER = 100;
    private static final int USERS_PER_GROUP = 100;
    private static final long SEED = 7;
    private static final int MENDS_ONE_IN = 60;
    private static final int CHANGES_ONE_IN = 200;

    /**
     * Makes one.
     *
     * @param connection may write to the event store and the accounts
     * @param events about how many; from some 10,000 on
     */
    static History make(Connection connection, int events) throws SQLException {
        connection.setAutoCommit(false);
        int users = Math.max(1, events / EVENTS_PER_USER);
        accounts(connection, users);
        Random random = new Random(SEED);
        long appended;
        List<Long> courses;
        try (HistoryLog log = new HistoryLog(connection, events, random)) {
            HistoryAuthors authors = new HistoryAuthors(log, random, FIRST);
            authors.begin(FIRST);
            courses = authors.courses();
            HistoryGroups groups = new HistoryGroups(log, random, FIRST, courses);
            List<HistoryLearner> learners = new ArrayList<>();
            while (log.appended() < events) {
                if (learners.size() < users && random.nextInt(events) <= 2L * log.appended()) {
                    long user = FIRST + learners.size();
                    log.add(user, new UserRegistered(new UserId(user), SystemRole.USER));
                    long course = groups.join(user, learners.size());
                    learners.add(new HistoryLearner(new LearnerId(user), authors, random, course));
                }
                if (!learners.isEmpty()) {
                    learners.get(random.nextInt(learners.size())).sit(log);
                }
                if (random.nextInt(MENDS_ONE_IN) == 0) {
                    authors.mend(FIRST);
                }
                if (!learners.isEmpty() && random.nextInt(CHANGES_ONE_IN) == 0) {
                    int member = random.nextInt(learners.size());
                    groups.change(FIRST + member, member);
                }
            }
            appended = log.appended();
            users = learners.size();
        }
        connection.commit();
        return new History(appended, FIRST, users, courses, FIRST, (users + USERS_PER_GROUP - 1) / USERS_PER_GROUP);
    }

    private static void accounts(Connection connection, int users) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        with made as (
                          insert into waypost_write.account
                                 (id, username, email, password_hash, role, created_at, updated_at)
                          select id, 'history-' || id, 'history-' || id || '@example.org', 'none', 'user', now(), now()
                            from generate_series(?::bigint, ?::bigint) as id
                          returning id)
                        insert into waypost_write.user_lookup (user_id) select id from made""")) {
            statement.setLong(1, FIRST);
            statement.setLong(2, FIRST + users - 1);
            statement.executeUpdate();
        }
    }
}
