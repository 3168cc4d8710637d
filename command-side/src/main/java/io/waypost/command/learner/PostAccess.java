package io.waypost.command.learner;

import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.platform.lookup.UserLookup;
import io.waypost.platform.eventstore.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which posts a learner may open: those that a course shows which is assigned to them, directly or through a group. */
@Component
class PostAccess {

    private final JdbcClient jdbc;
    private final UserLookup users;
    private final JsonMapper json = EventJson.mapper();

    PostAccess(JdbcClient jdbc, UserLookup users) {
        this.jdbc = jdbc;
        this.users = users;
    }

    /**
     * Those of some posts that exist. The learner goes on existing until the transaction ends.
     *
     * @throws RequestRejected if there is no such user
     */
    KnownPosts of(LearnerId learnerId, Collection<PostId> postIds) {
        users.require(learnerId.userId());
        Long[] ids = postIds.stream().map(PostId::value).distinct().toArray(Long[]::new);
        return new KnownPosts(
                jdbc
                        .sql("""
                        with shown as materialized (
                          select member.module_id
                            from waypost_write.assigned_course as assigned
                                 join waypost_write.course_lookup using (course_id)
                                 join waypost_write.course_module_lookup as member using (course_id)
                           where assigned.user_id = :user)
                        select post_id, revision, content, module_id in (select module_id from shown) as open
                          from waypost_write.post_lookup
                         where post_id = any (:posts)""")
                        .param("user", learnerId.value())
                        .param("posts", ids)
                        .query((row, number) -> post(row))
                        .stream()
                        .collect(Collectors.toMap(KnownPost::id, Function.identity())));
    }

    private KnownPost post(ResultSet row) throws SQLException {
        return new KnownPost(
                new PostId(row.getLong("post_id")),
                row.getBoolean("open"),
                row.getInt("revision"),
                Optional.ofNullable(row.getString("content")).map(text -> json.readValue(text, PostContent.class)));
    }
}
