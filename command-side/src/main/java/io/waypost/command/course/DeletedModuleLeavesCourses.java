package io.waypost.command.course;

import io.waypost.api.course.CourseId;
import io.waypost.api.module.ModuleEvent.ModuleDeleted;
import io.waypost.command.course.CourseCommand.RemoveModuleFromCourse;
import io.waypost.command.platform.PolicyCommands;
import io.waypost.command.platform.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Policy: a module that is deleted leaves every course that shows it. */
@Component
@ProcessingGroup(ProcessingGroups.DELETED_MODULE_LEAVES_COURSES)
class DeletedModuleLeavesCourses {

    private final CourseMembershipLookup memberships;
    private final PolicyCommands commands;

    DeletedModuleLeavesCourses(CourseMembershipLookup memberships, PolicyCommands commands) {
        this.memberships = memberships;
        this.commands = commands;
    }

    @EventHandler
    void on(ModuleDeleted event, EventMessage<?> message) {
        for (CourseId courseId : memberships.coursesWith(event.moduleId())) {
            commands.send(new RemoveModuleFromCourse(courseId, event.moduleId()), CourseState.class, message);
        }
    }
}
