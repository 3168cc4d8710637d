package io.waypost.command.platform.lookup;

import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserEvent.UserErased;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.api.user.UserId;
import io.waypost.command.platform.ProcessingGroups;
import java.util.Collection;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which users exist. */
@Component
@ProcessingGroup(ProcessingGroups.LOOKUPS)
public class UserLookup {

    private final JdbcClient jdbc;

    UserLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes sure that a user exists, and that it goes on existing until the transaction ends.
     *
     * @throws RequestRejected if it does not exist
     */
    public void require(UserId userId) {
        requireAll(List.of(userId));
    }

    /**
     * Makes sure that users exist, and that they go on existing until the transaction ends.
     *
     * @throws RequestRejected if one of them does not exist
     */
    public void requireAll(Collection<UserId> userIds) {
        Long[] ids = userIds.stream().map(UserId::value).distinct().toArray(Long[]::new);
        int existing = jdbc.sql("""
                        select user_id from waypost_write.user_lookup where user_id = any (?)
                         order by user_id for key share""").param(ids).query(Long.class).list().size();
        if (existing < ids.length) {
            throw RequestRejected.notFound("User");
        }
    }

    @EventHandler
    void on(UserRegistered event) {
        jdbc.sql("insert into waypost_write.user_lookup (user_id) values (?) on conflict do nothing")
                .param(event.userId().value())
                .update();
    }

    @EventHandler
    void on(UserErased event) {
        jdbc.sql("delete from waypost_write.user_lookup where user_id = ?")
                .param(event.userId().value())
                .update();
    }
}
