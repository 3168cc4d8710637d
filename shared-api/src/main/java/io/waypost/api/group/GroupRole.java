package io.waypost.api.group;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** What a member may do in one group. */
public enum GroupRole {
    /** Follows the courses of the group. */
    @JsonProperty("member")
    MEMBER("member"),
    /** May add and remove members as well. */
    @JsonProperty("moderator")
    MODERATOR("moderator"),
    /** Is responsible for the group, which always keeps one: may do all that moderators may. */
    @JsonProperty("owner")
    OWNER("owner");

    private final String code;

    GroupRole(String code) {
        this.code = code;
    }

    /** The name in events, requests and answers. */
    public String code() {
        return code;
    }

    /** The role of a name; empty if there is none. */
    public static Optional<GroupRole> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
