package io.waypost.query.assignment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Why a user has a course. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CourseSource.Direct.class, name = "direct"),
    @JsonSubTypes.Type(value = CourseSource.Group.class, name = "group")
})
sealed interface CourseSource {

    /** It is assigned to the user directly. */
    record Direct() implements CourseSource {}

    /** It is assigned to a group that the user is in. */
    record Group(long groupId) implements CourseSource {}
}
