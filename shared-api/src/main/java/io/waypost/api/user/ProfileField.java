package io.waypost.api.user;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A part of a profile. Events say which ones changed, never what they hold. */
public enum ProfileField {
    @JsonProperty("first_name")
    FIRST_NAME,
    @JsonProperty("last_name")
    LAST_NAME,
    @JsonProperty("child_name")
    CHILD_NAME,
    @JsonProperty("child_sex_assigned_at_birth")
    CHILD_SEX_ASSIGNED_AT_BIRTH,
    @JsonProperty("child_dob")
    CHILD_DOB,
    @JsonProperty("avatar_url")
    AVATAR_URL
}
