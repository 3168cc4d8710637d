package io.waypost.command.account;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of accounts: the only place that holds personal data and credentials. What writes does so in the transaction
 * of the caller; {@code version} is the number of the event that goes with it.
 */
@Component
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an account.
     *
     * @throws RequestRejected if the username or the e-mail address is taken
     */
    void insert(UserId id, NewAccount account) {
        Profile profile = account.profile();
        // No error of the database, whose own log would tell the name.
        int inserted = jdbc.sql("""
                        insert into waypost_write.account
                               (id, username, email, password_hash, role, created_at, updated_at, first_name,
                                last_name, child_name, child_sex_assigned_at_birth, child_dob, avatar_url)
                        values (:id, :username, :email, :passwordHash, :role, :at, :at, :firstName,
                                :lastName, :childName, :childSex, :childDob, :avatarUrl)
                        on conflict do nothing""")
                .param("id", id.value())
                .param("username", account.username())
                .param("email", account.email())
                .param("passwordHash", account.passwordHash())
                .param("role", account.role().code())
                .param("at", Timestamp.from(account.at()))
                .param("firstName", profile.firstName().orElse(null))
                .param("lastName", profile.lastName().orElse(null))
                .param("childName", profile.childName().orElse(null))
                .param("childSex", profile.childSexAssignedAtBirth().orElse(null))
                .param("childDob", profile.childDob().orElse(null))
                .param("avatarUrl", profile.avatarUrl().orElse(null))
                .update();
        if (inserted == 0) {
            requireFree(account.username(), account.email());
            // Whoever had the name has been erased in between.
            throw usernameTaken();
        }
    }

    /**
     * Makes sure, as far as that can be said before {@link #insert}, that nobody has the name or the address yet.
     *
     * @throws RequestRejected if the username or the e-mail address is taken
     */
    void requireFree(String username, String email) {
        if (exists("lower(username collate \"pg_c_utf8\") = lower(? collate \"pg_c_utf8\")", username)) {
            throw usernameTaken();
        }
        if (exists("lower(email collate \"pg_c_utf8\") = lower(? collate \"pg_c_utf8\")", email)) {
            throw emailTaken();
        }
    }

    /**
     * The account of a user.
     *
     * @throws RequestRejected if it has been erased
     */
    Account require(UserId id) {
        return jdbc.sql("""
                        select id, username, email, first_name, last_name, child_name, child_sex_assigned_at_birth,
                               child_dob, avatar_url, role, email_verified, is_active, created_at, updated_at
                          from waypost_write.account where id = ?""")
                .param(id.value())
                .query(AccountRows::account)
                .optional()
                .orElseThrow(() -> RequestRejected.notFound("User"));
    }

    void revise(UserId id, Profile profile, Instant at, long version) {
        jdbc.sql("""
                        update waypost_write.account
                           set first_name = :firstName, last_name = :lastName, child_name = :childName,
                               child_sex_assigned_at_birth = :childSex, child_dob = :childDob,
                               avatar_url = :avatarUrl, updated_at = :at, version = :version
                         where id = :id""")
                .param("firstName", profile.firstName().orElse(null))
                .param("lastName", profile.lastName().orElse(null))
                .param("childName", profile.childName().orElse(null))
                .param("childSex", profile.childSexAssignedAtBirth().orElse(null))
                .param("childDob", profile.childDob().orElse(null))
                .param("avatarUrl", profile.avatarUrl().orElse(null))
                .param("at", Timestamp.from(at))
                .param("version", version)
                .param("id", id.value())
                .update();
    }

    void changeRole(UserId id, SystemRole role, Instant at, long version) {
        jdbc.sql("update waypost_write.account set role = ?, updated_at = ?, version = ? where id = ?")
                .param(role.code())
                .param(Timestamp.from(at))
                .param(version)
                .param(id.value())
                .update();
    }

    void activate(UserId id, boolean active, Instant at, long version) {
        jdbc.sql("update waypost_write.account set is_active = ?, updated_at = ?, version = ? where id = ?")
                .param(active)
                .param(Timestamp.from(at))
                .param(version)
                .param(id.value())
                .update();
    }

    /** Removes the account with all that hangs on it. */
    void delete(UserId id) {
        jdbc.sql("delete from waypost_write.account where id = ?")
                .param(id.value())
                .update();
    }

    /** The credentials behind a username, whatever its letter case. */
    Optional<Credentials> credentials(String username) {
        return jdbc.sql("""
                        select id, username, password_hash, role, is_active from waypost_write.account
                         where lower(username collate "pg_c_utf8") = lower(? collate "pg_c_utf8")""").param(username).query(AccountRows::credentials).optional();
    }

    /** The credentials of a user; empty if the account has been erased. */
    Optional<Credentials> credentials(UserId id) {
        return jdbc.sql("select id, username, password_hash, role, is_active from waypost_write.account where id = ?")
                .param(id.value())
                .query(AccountRows::credentials)
                .optional();
    }

    /** Whether there is any admin. */
    boolean hasAdmin() {
        return exists("role = ?", SystemRole.ADMIN.code());
    }

    /**
     * Whether there is an admin beside this one who can sign in. Until the transaction ends, no other can decide whether
     * admins may go: of two who go for each other, the second sees that the first has won.
     */
    boolean holdsOtherActiveAdmin(UserId id) {
        return jdbc
                .sql("select id from waypost_write.account where role = ? and is_active order by id for update")
                .param(SystemRole.ADMIN.code())
                .query(Long.class)
                .list()
                .stream()
                .anyMatch(admin -> admin != id.value());
    }

    private boolean exists(String condition, String parameter) {
        return jdbc.sql("select exists (select 1 from waypost_write.account where " + condition + ")")
                .param(parameter)
                .query(Boolean.class)
                .single();
    }

    private static RequestRejected usernameTaken() {
        return new RequestRejected(ProblemCode.USERNAME_TAKEN, "Username already registered");
    }

    private static RequestRejected emailTaken() {
        return new RequestRejected(ProblemCode.EMAIL_TAKEN, "Email already registered");
    }
}
