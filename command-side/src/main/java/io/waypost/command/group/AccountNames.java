package io.waypost.command.group;

import io.waypost.api.user.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What users are called at the moment, and who is called what: only the account table knows. */
@Component
class AccountNames {

    private final JdbcClient jdbc;

    AccountNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The username; for a user who was erased a phrase with the number, such as {@code erased user 17}. */
    String usernameOf(UserId userId) {
        return jdbc.sql("select username from waypost_write.account where id = ?")
                .param(userId.value())
                .query(String.class)
                .optional()
                .orElse("erased user " + userId.value());
    }

    /**
     * The users behind usernames and e-mail addresses, whatever their letter case. A name that nobody has is left out; one
     * that is the username of one user and the address of another means both.
     */
    Map<String, Set<UserId>> usersCalled(Collection<String> names) {
        return jdbc
                .sql("""
                        with asked (name, folded) as (
                          select distinct name, lower(name collate "pg_c_utf8") from unnest(?::text[]) as n (name))
                        select name, id from asked
                               join waypost_write.account on lower(username collate "pg_c_utf8") = folded
                        union
                        select name, id from asked
                               join waypost_write.account on lower(email collate "pg_c_utf8") = folded""")
                .param(names.stream().filter(AccountNames::isStorable).toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("name"), new UserId(row.getLong("id"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
    }

    /** PostgreSQL keeps no NUL, so nobody has it in a name, and it must not be asked for. */
    private static boolean isStorable(String name) {
        return name.indexOf('\0') < 0;
    }
}
