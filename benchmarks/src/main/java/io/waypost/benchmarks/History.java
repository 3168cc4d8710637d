package io.waypost.benchmarks;

import io.waypost.api.learner.LearnerId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.api.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a service that has been used for long remembers: users in groups of a hundred have worked on courses of 13 modules of
 * 10 posts and some more, most of all completing posts, a few at a sitting, all of them side by side. It goes straight to the
 * event store, and the accounts with it. It is the same each time.
 *
 * @param events how many events there are
 * @param learners the users
 * @param courses the courses
 * @param firstGroup the first of the groups, whose numbers follow each other
 * @param groups how many there are
 */
record History(long events, List<HistoryLearner> learners, List<Long> courses, long firstGroup, int groups) {

    /**
     * How much of everything there is.
     *
     * @param events about how many events; ten for each user and 150 for each course, or more
     * @param users how many users
     * @param courses how many courses
     * @param coursesOfGroup how many of them a group has
     */
    record Size(int events, int users, int courses, int coursesOfGroup) {

        /** So many times the events, users, groups and courses. */
        Size times(int factor) {
            return new Size(events * factor, users * factor, courses * factor, coursesOfGroup);
        }
    }

    /** Below there is what the service itself numbers. */
    private static final long FIRST = 1_000_000;

    private static final int USERS_PER_GROUP = 100;
    private static final long SEED = 7;
    private static final int MENDS_ONE_IN = 60;
    private static final int CHANGES_ONE_IN = 200;

    /**
     * Makes one.
     *
     * @param connection may write to the event store and the accounts
     * @param size how much
     */
    static History make(Connection connection, Size size) throws SQLException {
        connection.setAutoCommit(false);
        int events = size.events();
        Users.accounts(connection, FIRST, size.users());
        Random random = new Random(SEED);
        List<HistoryLearner> learners = new ArrayList<>();
        long appended;
        List<Long> courses;
        try (HistoryLog log = new HistoryLog(connection, events, random)) {
            HistoryAuthors authors = new HistoryAuthors(log, random, FIRST, size.courses());
            authors.begin(FIRST);
            courses = authors.courses();
            HistoryGroups groups = new HistoryGroups(log, random, FIRST, courses, size.coursesOfGroup());
            while (log.appended() < events) {
                if (learners.size() < size.users() && random.nextInt(events) <= 2L * log.appended()) {
                    long user = FIRST + learners.size();
                    log.add(user, new UserRegistered(new UserId(user), SystemRole.USER));
                    int number = learners.size();
                    long course = groups.join(user, number);
                    learners.add(
                            new HistoryLearner(new LearnerId(user), authors, random, groups.groupOf(number), course));
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
        }
        connection.commit();
        int groups = (learners.size() + USERS_PER_GROUP - 1) / USERS_PER_GROUP;
        return new History(appended, List.copyOf(learners), courses, FIRST, groups);
    }

    /**
     * Some of the users, from all over, who go on from here.
     *
     * @param count how many
     * @param open how many posts each of them has yet to complete, or more
     */
    Learners goingOn(Tokens signing, int count, int open) {
        List<HistoryLearner> mixed = new ArrayList<>(learners);
        Collections.shuffle(mixed, new Random(SEED));
        return new Learners(mixed.stream()
                .map(learner -> learner.goingOn(signing.of(learner.id().value())))
                .filter(learner -> learner.open().size() >= open)
                .limit(count)
                .toList());
    }
}
