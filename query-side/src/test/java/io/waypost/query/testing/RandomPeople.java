package io.waypost.query.testing;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.ordering.Ordering;
import io.waypost.api.user.ProfileField;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happens to users and groups. An erased user stays in groups for a while, and a deleted course in what it is assigned
 * to, as no policy is at work here.
 */
final class RandomPeople {

    private static final int USERS = 6;
    private static final int GROUPS = 3;

    private final Chance random;
    private final Set<CourseId> courses;
    private final Set<UserId> users = new LinkedHashSet<>();
    private final Map<UserId, Set<CourseId>> direct = new LinkedHashMap<>();
    private final Map<GroupId, Set<UserId>> members = new LinkedHashMap<>();
    private final Map<GroupId, Ordering<CourseId>> groupCourses = new LinkedHashMap<>();
    private long lastId;

    /**
     * @param courses the courses there are at the moment
     */
    RandomPeople(Chance random, Set<CourseId> courses) {
        this.random = random;
        this.courses = courses;
    }

    /** The users there are at the moment. */
    Set<UserId> users() {
        return Collections.unmodifiableSet(users);
    }

    /** The next event, if it comes to one. */
    List<Object> step() {
        if (users.isEmpty() || (users.size() < USERS && random.nextInt(8) == 0)) {
            UserId id = new UserId(++lastId);
            users.add(id);
            return List.of(new UserEvent.UserRegistered(id, SystemRole.USER));
        }
        if (members.size() < GROUPS && random.nextInt(6) == 0) {
            GroupId id = new GroupId(++lastId);
            members.put(id, new LinkedHashSet<>());
            groupCourses.put(id, Ordering.empty());
            return List.of(new GroupEvent.GroupCreated(id, random.text(), random.optionalText(), random.pick(users)));
        }
        return switch (random.nextInt(4)) {
            case 0 -> changeUser(random.pick(users));
            case 1 -> assignDirectly(random.pick(users));
            default -> members.isEmpty() ? List.of() : changeGroup(random.pick(members.keySet()));
        };
    }

    private List<Object> changeUser(UserId id) {
        return switch (random.nextInt(7)) {
            case 0 -> {
                users.remove(id);
                direct.remove(id);
                yield List.of(new UserEvent.UserErased(id));
            }
            case 1, 2 -> List.of(new UserEvent.UserProfileRevised(id, List.of(ProfileField.values())));
            case 3, 4 -> List.of(new UserEvent.SystemRoleChanged(id, random.pick(List.of(SystemRole.values()))));
            case 5 -> List.of(new UserEvent.UserDisabled(id));
            default -> List.of(new UserEvent.UserEnabled(id));
        };
    }

    private List<Object> assignDirectly(UserId id) {
        Set<CourseId> assigned = direct.computeIfAbsent(id, user -> new LinkedHashSet<>());
        if (!assigned.isEmpty() && random.nextInt(3) == 0) {
            CourseId taken = random.pick(assigned);
            assigned.remove(taken);
            return List.of(new LearnerEvent.CourseUnassignedFromLearner(LearnerId.of(id), taken));
        }
        List<CourseId> absent =
                courses.stream().filter(course -> !assigned.contains(course)).toList();
        if (absent.isEmpty()) {
            return List.of();
        }
        CourseId given = random.pick(absent);
        assigned.add(given);
        return List.of(new LearnerEvent.CourseAssignedToLearner(LearnerId.of(id), given));
    }

    private List<Object> changeGroup(GroupId id) {
        int choice = random.nextInt(24);
        if (choice == 0) {
            members.remove(id);
            groupCourses.remove(id);
            return List.of(new GroupEvent.GroupDeleted(id));
        }
        if (choice < 3) {
            return List.of(new GroupEvent.GroupRevised(id, random.text(), random.optionalText()));
        }
        return choice < 15 ? changeMembers(id) : changeCourses(id);
    }

    private List<Object> changeMembers(GroupId id) {
        Set<UserId> present = members.getOrDefault(id, new LinkedHashSet<>());
        List<UserId> absent =
                users.stream().filter(user -> !present.contains(user)).toList();
        if (!absent.isEmpty() && random.nextBoolean()) {
            UserId added = random.pick(absent);
            present.add(added);
            return List.of(new GroupEvent.MemberAddedToGroup(id, added, role()));
        }
        if (present.isEmpty()) {
            return List.of();
        }
        UserId member = random.pick(present);
        return switch (random.nextInt(4)) {
            case 0 -> List.of(new GroupEvent.MemberRoleChanged(id, member, role()));
            case 1 -> List.of(new GroupEvent.GroupOwnershipInherited(id, member, random.pick(users)));
            default -> {
                present.remove(member);
                yield List.of(new GroupEvent.MemberRemovedFromGroup(id, member));
            }
        };
    }

    private List<Object> changeCourses(GroupId id) {
        Ordering<CourseId> present = groupCourses.getOrDefault(id, Ordering.empty());
        List<CourseId> absent =
                courses.stream().filter(course -> !present.contains(course)).toList();
        if (!absent.isEmpty() && random.nextBoolean()) {
            CourseId added = random.pick(absent);
            Ordering<CourseId> next = present.insert(added, Optional.of(random.nextInt(present.size() + 1)));
            groupCourses.put(id, next);
            return List.of(new GroupEvent.CourseAssignedToGroup(id, added, next.positionOf(added), next.items()));
        }
        if (present.size() == 0) {
            return List.of();
        }
        if (random.nextBoolean()) {
            Ordering<CourseId> next = present.permute(random.shuffled(present.items()));
            groupCourses.put(id, next);
            return List.of(new GroupEvent.GroupCoursesReordered(id, next.items()));
        }
        CourseId taken = random.pick(present.items());
        Ordering<CourseId> next = present.remove(taken);
        groupCourses.put(id, next);
        return List.of(new GroupEvent.CourseUnassignedFromGroup(id, taken, next.items()));
    }

    private GroupRole role() {
        return random.pick(List.of(GroupRole.values()));
    }
}
