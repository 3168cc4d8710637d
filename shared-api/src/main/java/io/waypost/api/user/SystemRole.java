package io.waypost.api.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** What a user may do in the whole system. Each role may do all that the ones before it may. */
public enum SystemRole {
    /** A parent: sees and completes what is assigned. */
    @JsonProperty("user")
    USER(1, "user", "A parent who follows the courses assigned to them"),
    /** Authors modules and posts, runs groups, assigns courses. */
    @JsonProperty("manager")
    MANAGER(2, "manager", "Authors modules, runs groups and assigns courses"),
    /** May do everything. */
    @JsonProperty("admin")
    ADMIN(3, "admin", "Administers courses, users and the service");

    private final int id;
    private final String code;
    private final String description;

    SystemRole(int id, String code, String description) {
        this.id = id;
        this.code = code;
        this.description = description;
    }

    /** The number that clients know the role by: 1, 2 or 3. */
    public int id() {
        return id;
    }

    /** The name in tokens, requests and answers. */
    public String code() {
        return code;
    }

    /** A sentence for people. */
    public String description() {
        return description;
    }

    /** Whether someone with this role may do what asks for the other one. */
    public boolean includes(SystemRole required) {
        return id >= required.id;
    }

    /**
     * The role of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SystemRole ofCode(String code) {
        for (SystemRole role : values()) {
            if (role.code.equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("There is no role of that name");
    }

    /** The role of a name or of a number in digits, as clients send either; empty if there is none. */
    public static Optional<SystemRole> named(String nameOrNumber) {
        return Arrays.stream(values())
                .filter(role -> role.code.equals(nameOrNumber)
                        || String.valueOf(role.id).equals(nameOrNumber))
                .findFirst();
    }
}
