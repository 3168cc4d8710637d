package io.waypost.query.testing;

import io.waypost.api.user.SystemRole;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes accounts as the command side does, with its role. */
public final class Accounts {

    private final JdbcClient jdbc;

    /** The accounts of a database. */
    public Accounts(TestDatabase database) {
        this.jdbc = database.asCommand();
    }

    /**
     * One more account, without a profile; the e-mail address is made of the username. If the user has one already, since
     * a token was given out, it is made the same.
     */
    public void add(long id, String username, SystemRole role) {
        add(id, username, role, Happened.START.plusSeconds(id));
    }

    /** The account of a user, with the time of its making. */
    public void add(long id, String username, SystemRole role, Instant createdAt) {
        jdbc.sql("""
                        insert into waypost_write.account
                               (id, username, email, password_hash, role, created_at, updated_at)
                        values (?, ?, ? || '@example.org', 'hash', ?, ?::timestamptz, ?::timestamptz)
                        on conflict (id) do update
                           set username = excluded.username, email = excluded.email, role = excluded.role,
                               created_at = excluded.created_at, updated_at = excluded.updated_at
                        """)
                .params(id, username, username, role.code(), createdAt.toString(), createdAt.toString())
                .update();
    }

    /** Adds the accounts of ordinary users with these numbers, named {@code user} and the number, if they have none. */
    public void addMany(long first, long last) {
        jdbc.sql("""
                        insert into waypost_write.account
                               (id, username, email, password_hash, role, created_at, updated_at)
                        select i, 'user' || i, 'user' || i || '@example.org', 'hash', 'user', now(), now()
                          from generate_series(?, ?) as i
                        on conflict (id) do nothing
                        """).params(first, last).update();
    }

    /** Fills in a profile. */
    public void profile(long id, String firstName, String lastName, String childDob, String avatarUrl) {
        name(id, firstName, lastName);
        jdbc.sql("update waypost_write.account set child_dob = ?::date, avatar_url = ? where id = ?")
                .params(childDob, avatarUrl, id)
                .update();
    }

    /** Names the person behind an account. */
    public void name(long id, String firstName, String lastName) {
        jdbc.sql("update waypost_write.account set first_name = ?, last_name = ? where id = ?")
                .params(firstName, lastName, id)
                .update();
    }

    /** Keeps a user from signing in. */
    public void disable(long id) {
        jdbc.sql("update waypost_write.account set is_active = false where id = ?")
                .param(id)
                .update();
    }

    /** Deletes an account, as the erasure of its user does. */
    public void erase(long id) {
        jdbc.sql("delete from waypost_write.account where id = ?").param(id).update();
    }
}
