package io.waypost.query.testing;

import io.waypost.api.user.SystemRole;

/**
 * Accounts, written and erased as the command side does.
 *
 * @param database the database
 */
public record AccountRows(TestDatabase database) {

    /** Adds the account of a user; the e-mail address is made from the name. */
    public void add(long id, String username, SystemRole role) {
        database.asCommand()
                .sql("""
                        insert into waypost_write.account
                               (id, username, email, password_hash, role, email_verified, is_active, created_at, updated_at)
                        values (?, ?, ?, 'hash', ?, true, true, '2025-12-01T00:00:00Z', '2025-12-01T00:00:00Z')
                        on conflict (id) do update
                           set username = excluded.username, email = excluded.email, role = excluded.role,
                               created_at = excluded.created_at, updated_at = excluded.updated_at
                        """)
                .param(id)
                .param(username)
                .param(username + "@example.org")
                .param(role.code())
                .update();
    }

    /** Adds the accounts of ordinary users with these numbers, named {@code user} and the number. */
    public void addMany(long first, long last) {
        database.asCommand().sql("""
                        insert into waypost_write.account
                               (id, username, email, password_hash, role, email_verified, is_active, created_at, updated_at)
                        select i, 'user' || i, 'user' || i || '@example.org', 'hash', 'user', true, true, now(), now()
                          from generate_series(?, ?) as i
                        on conflict (id) do update set username = excluded.username, email = excluded.email
                        """).param(first).param(last).update();
    }

    /** Fills in a profile. */
    public void profile(long id, String firstName, String lastName, String childDob, String avatarUrl) {
        database.asCommand()
                .sql("""
                        update waypost_write.account
                           set first_name = ?, last_name = ?, child_dob = ?::date, avatar_url = ?
                         where id = ?
                        """)
                .param(firstName)
                .param(lastName)
                .param(childDob)
                .param(avatarUrl)
                .param(id)
                .update();
    }

    /** Erases the account of a user. */
    public void erase(long id) {
        database.asCommand()
                .sql("delete from waypost_write.account where id = ?")
                .param(id)
                .update();
    }
}
