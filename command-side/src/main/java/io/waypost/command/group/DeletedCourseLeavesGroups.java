package io.waypost.command.group;

import io.waypost.api.course.CourseEvent.CourseDeleted;
import io.waypost.api.group.GroupId;
import io.waypost.command.group.GroupCommand.UnassignCourseFromGroup;
import io.waypost.command.platform.PolicyCommands;
import io.waypost.command.platform.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Policy: a course that is deleted leaves every group that it is assigned to. */
@Component
@ProcessingGroup(ProcessingGroups.DELETED_COURSE_LEAVES_GROUPS)
class DeletedCourseLeavesGroups {

    private final GroupCourseLookup assignments;
    private final PolicyCommands commands;

    DeletedCourseLeavesGroups(GroupCourseLookup assignments, PolicyCommands commands) {
        this.assignments = assignments;
        this.commands = commands;
    }

    @EventHandler
    void on(CourseDeleted event, EventMessage<?> message) {
        for (GroupId groupId : assignments.groupsWith(event.courseId())) {
            commands.send(new UnassignCourseFromGroup(groupId, event.courseId()), GroupState.class, message);
        }
    }
}
