package io.waypost.query.progress;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.user.UserId;
import java.util.List;

/** Whether a user was a member of a group, and what the group gave its members. */
final class PastMembership {

    private final UserId user;
    private boolean member;
    private List<CourseId> courses = List.of();

    PastMembership(UserId user) {
        this.user = user;
    }

    void fold(GroupEvent event) {
        switch (event) {
            case GroupEvent.MemberAddedToGroup added -> member |= added.userId().equals(user);
            case GroupEvent.MemberRemovedFromGroup removed ->
                member &= !removed.userId().equals(user);
            case GroupEvent.CoursesOrdered ordered -> courses = ordered.courseIds();
            case GroupEvent.GroupDeleted gone -> member = false;
            case GroupEvent.MembershipChanged otherwise -> {}
            case GroupEvent.GroupCreated created -> {}
            case GroupEvent.GroupRevised revised -> {}
        }
    }

    /** The courses that the user had through the group. */
    List<CourseId> courses() {
        return member ? courses : List.of();
    }
}
