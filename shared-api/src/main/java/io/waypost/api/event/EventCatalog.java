package io.waypost.api.event;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.user.UserEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/** All events of Waypost, by stored name and by class. */
public final class EventCatalog {

    private final Map<String, EventType> byName = new LinkedHashMap<>();
    private final Map<Class<?>, EventType> byPayload = new LinkedHashMap<>();

    private EventCatalog(List<EventType> types) {
        for (EventType type : types) {
            byName.put(type.name(), type);
            byPayload.put(type.payload(), type);
        }
    }

    /** The catalogue of every event that this version writes or reads. */
    public static EventCatalog complete() {
        return new EventCatalog(List.of(
                type("course", "CourseCreated", CourseEvent.CourseCreated.class),
                type("course", "CourseRevised", CourseEvent.CourseRevised.class),
                type("course", "ModuleAddedToCourse", CourseEvent.ModuleAddedToCourse.class),
                type("course", "ModuleMovedInCourse", CourseEvent.ModuleMovedInCourse.class),
                type("course", "CourseModulesReordered", CourseEvent.CourseModulesReordered.class),
                type("course", "ModuleRemovedFromCourse", CourseEvent.ModuleRemovedFromCourse.class),
                type("course", "CourseDeleted", CourseEvent.CourseDeleted.class),
                type("module", "ModuleCreated", ModuleEvent.ModuleCreated.class),
                type("module", "ModuleRevised", ModuleEvent.ModuleRevised.class),
                type("module", "PostAddedToModule", ModuleEvent.PostAddedToModule.class),
                type("module", "PostRevised", ModuleEvent.PostRevised.class),
                type("module", "PostMovedInModule", ModuleEvent.PostMovedInModule.class),
                type("module", "ModulePostsReordered", ModuleEvent.ModulePostsReordered.class),
                type("module", "PostRemovedFromModule", ModuleEvent.PostRemovedFromModule.class),
                type("module", "ModuleDeleted", ModuleEvent.ModuleDeleted.class),
                type("user", "UserRegistered", UserEvent.UserRegistered.class),
                type("user", "UserProfileRevised", UserEvent.UserProfileRevised.class),
                type("user", "SystemRoleChanged", UserEvent.SystemRoleChanged.class),
                type("user", "UserDisabled", UserEvent.UserDisabled.class),
                type("user", "UserEnabled", UserEvent.UserEnabled.class),
                type("user", "UserErased", UserEvent.UserErased.class),
                type("group", "GroupCreated", GroupEvent.GroupCreated.class),
                type("group", "GroupRevised", GroupEvent.GroupRevised.class),
                type("group", "MemberAddedToGroup", GroupEvent.MemberAddedToGroup.class),
                type("group", "MemberRoleChanged", GroupEvent.MemberRoleChanged.class),
                type("group", "GroupOwnershipInherited", GroupEvent.GroupOwnershipInherited.class),
                type("group", "MemberRemovedFromGroup", GroupEvent.MemberRemovedFromGroup.class),
                type("group", "CourseAssignedToGroup", GroupEvent.CourseAssignedToGroup.class),
                type("group", "GroupCoursesReordered", GroupEvent.GroupCoursesReordered.class),
                type("group", "CourseUnassignedFromGroup", GroupEvent.CourseUnassignedFromGroup.class),
                type("group", "GroupDeleted", GroupEvent.GroupDeleted.class),
                type("learner", "CourseAssignedToLearner", LearnerEvent.CourseAssignedToLearner.class),
                type("learner", "CourseUnassignedFromLearner", LearnerEvent.CourseUnassignedFromLearner.class),
                type("learner", "PostCompleted", LearnerEvent.PostCompleted.class),
                type("learner", "PostCompletionBackdated", LearnerEvent.PostCompletionBackdated.class),
                type("learner", "PostReopened", LearnerEvent.PostReopened.class),
                type("learner", "PostWaived", LearnerEvent.PostWaived.class),
                type("learner", "QuizAttempted", LearnerEvent.QuizAttempted.class),
                type("learner", "VideoWatched", LearnerEvent.VideoWatched.class),
                type("learner", "CourseCompleted", LearnerEvent.CourseCompleted.class)));
    }

    /** Every event type. */
    public Collection<EventType> all() {
        return List.copyOf(byName.values());
    }

    /** The type stored under a name; empty if this version does not know it. */
    public Optional<EventType> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The type of a record's class; empty if it is no event. */
    public Optional<EventType> of(Class<?> payload) {
        return Optional.ofNullable(byPayload.get(payload));
    }

    private static EventType type(String subject, String name, Class<?> payload) {
        return new EventType(
                subject,
                name,
                Integer.parseInt(payload.getAnnotation(Revision.class).value()),
                payload);
    }
}
