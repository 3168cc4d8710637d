package io.waypost.command.learner;

import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.RequestRejected;
import io.waypost.platform.eventstore.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
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
    private final JsonMapper json = EventJson.mapper();

    PostAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of some posts that exist. The learner goes on existing until the transaction ends.
     *
     * @throws RequestRejected if there is no such user
     */
    KnownPosts of(LearnerId learnerId, Collection<PostId> postIds) {
        Long[] ids = postIds.stream().map(PostId::value).distinct().toArray(Long[]::new);
        // One statement, as every completion asks this. Of a user that exists there is a row even if no post does.
        List<Optional<KnownPost>> found = jdbc.sql("""
                        with learner as materialized (
                          select user_id from waypost_write.user_lookup where user_id = :user for key share),
                        shown as materialized (
                          select member.module_id
                            from waypost_write.assigned_course as assigned
                                 join waypost_write.course_lookup using (course_id)
                                 join waypost_write.course_module_lookup as member using (course_id)
                           where assigned.user_id = :user)
                        select post_id, revision, content, module_id in (select module_id from shown) as open
                          from learner left join waypost_write.post_lookup on post_id = any (:posts)""")
                .param("user", learnerId.value())
                .param("posts", ids)
                .query((row, number) -> post(row))
                .list();
        if (found.isEmpty()) {
            throw RequestRejected.notFound("User");
        }
        return new KnownPosts(
                found.stream().flatMap(Optional::stream).collect(Collectors.toMap(KnownPost::id, Function.identity())));
    }

    private Optional<KnownPost> post(ResultSet row) throws SQLException {
        long id = row.getLong("post_id");
        if (row.wasNull()) {
            return Optional.empty();
        }
        return Optional.of(new KnownPost(
                new PostId(id),
                row.getBoolean("open"),
                row.getInt("revision"),
                Optional.ofNullable(row.getString("content")).map(text -> json.readValue(text, PostContent.class))));
    }
}
