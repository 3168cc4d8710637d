package io.waypost.query.platform;

import io.waypost.api.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What users are called at the moment. No event says it, so what is erased from the account table is known nowhere. */
@Component
public class Usernames {

    private final JdbcClient jdbc;

    Usernames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The username of each of the users; for one who was erased a phrase with the number, such as {@code erased user 17}. */
    public Map<UserId, String> of(Collection<UserId> users) {
        long[] ids = users.stream().mapToLong(UserId::value).distinct().toArray();
        return jdbc
                .sql("select u.id, " + expression("a", "u.id") + """
                         as name
                          from unnest(?::bigint[]) as u (id) left join waypost_write.account a on a.id = u.id
                        """)
                .param(ids)
                .query((row, number) -> new Named(new UserId(row.getLong("id")), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    /**
     * What a user is called, as part of a statement.
     *
     * @param account the alias of the account table, joined so that the account may be missing
     * @param number the number of the user
     */
    public static String expression(String account, String number) {
        return "coalesce(" + account + ".username, 'erased user ' || " + number + ")";
    }

    /** The username of one user. */
    public String of(UserId user) {
        return of(List.of(user)).getOrDefault(user, "");
    }

    private record Named(UserId id, String name) {}
}
