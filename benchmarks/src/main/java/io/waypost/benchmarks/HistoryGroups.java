package io.waypost.benchmarks;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent.CourseAssignedToGroup;
import io.waypost.api.group.GroupEvent.GroupCreated;
import io.waypost.api.group.GroupEvent.MemberAddedToGroup;
import io.waypost.api.group.GroupEvent.MemberRemovedFromGroup;
import io.waypost.api.group.GroupEvent.MemberRoleChanged;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.learner.LearnerEvent.CourseAssignedToLearner;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.user.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Groups of a hundred learners, each with some courses; every third learner has a course directly as well. */
final class HistoryGroups {

    private static final int SIZE = 100;
    private static final int DIRECT_ONE_IN = 3;

    private final HistoryLog log;
    private final Random random;
    private final List<Long> courses;
    private final long first;
    private final int coursesOfGroup;

    /**
     * @param first the number of the first group
     * @param courses what can be assigned
     * @param coursesOfGroup how many of them each group has
     */
    HistoryGroups(HistoryLog log, Random random, long first, List<Long> courses, int coursesOfGroup) {
        this.log = log;
        this.random = random;
        this.courses = courses;
        this.first = first;
        this.coursesOfGroup = coursesOfGroup;
    }

    /** A user joins, at the end of all others; the first one of a group makes it. The course that they begin with. */
    long join(long user, int number) throws SQLException {
        int index = number / SIZE;
        GroupId group = groupOf(number);
        if (number % SIZE == 0) {
            create(group, user, index);
        } else {
            log.add(user, new MemberAddedToGroup(group, new UserId(user), GroupRole.MEMBER));
        }
        if (number % DIRECT_ONE_IN == 0) {
            long course = courses.get(random.nextInt(courses.size()));
            log.add(user, new CourseAssignedToLearner(new LearnerId(user), new CourseId(course)));
        }
        return courses.get((index + number % coursesOfGroup) % courses.size());
    }

    /** The group of a user, by the number in the order of joining. */
    GroupId groupOf(int number) {
        return new GroupId(first + number / SIZE);
    }

    /** A member, but none that made a group, gets another role, or leaves and comes back. */
    void change(long user, int number) throws SQLException {
        if (number % SIZE == 0) {
            return;
        }
        GroupId group = groupOf(number);
        if (random.nextBoolean()) {
            log.add(user, new MemberRoleChanged(group, new UserId(user), GroupRole.MODERATOR));
        } else {
            log.add(user, new MemberRemovedFromGroup(group, new UserId(user)));
            log.add(user, new MemberAddedToGroup(group, new UserId(user), GroupRole.MEMBER));
        }
    }

    private void create(GroupId group, long user, int index) throws SQLException {
        UserId owner = new UserId(user);
        log.add(user, new GroupCreated(group, "Group " + index, Optional.empty(), owner));
        log.add(user, new MemberAddedToGroup(group, owner, GroupRole.OWNER));
        List<CourseId> assigned = new ArrayList<>();
        for (int i = 0; i < coursesOfGroup; i++) {
            CourseId course = new CourseId(courses.get((index + i) % courses.size()));
            assigned.add(course);
            log.add(user, new CourseAssignedToGroup(group, course, i, List.copyOf(assigned)));
        }
    }
}
