package io.waypost.query.progress;

import io.waypost.api.user.UserId;
import io.waypost.query.platform.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far a person is, for the export of personal data: in the assigned courses, and in all posts, assigned or not. */
@Component
class ProgressOfPerson implements PersonalData {

    private final JdbcClient jdbc;
    private final ProgressQueries progress;
    private final BesideAccount beside;

    ProgressOfPerson(JdbcClient jdbc, ProgressQueries progress, BesideAccount beside) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.beside = beside;
    }

    /** Progress as the export tells it. */
    record HeldProgress(
            List<CourseProgressAnswer> courses,
            List<HeldPost> posts,
            Map<Long, String> waiverReasons,
            List<BesideAccount.WatchedVideo> watchedVideos) {}

    /** A post that the person did something with, or was let off. */
    record HeldPost(
            long postId,
            Optional<Instant> completedAt,
            Optional<String> via,
            Optional<Instant> waivedAt,
            Optional<Long> waivedBy,
            Optional<Instant> lastActivityAt,
            Optional<Integer> watchedPercent,
            Optional<Integer> bestScorePercent,
            int attempts) {

        static HeldPost of(LearnerPost post) {
            return new HeldPost(
                    post.key().postId(),
                    post.completion().map(LearnerPost.Completion::at),
                    post.completion().map(LearnerPost.Completion::via),
                    post.waiver().map(LearnerPost.Waiver::at),
                    post.waiver().map(LearnerPost.Waiver::by),
                    post.lastActivityAt(),
                    post.watchedPercent(),
                    post.bestScorePercent(),
                    post.attempts());
        }
    }

    @Override
    public String section() {
        return "progress";
    }

    @Override
    public Object of(UserId user) {
        List<HeldPost> posts = jdbc.sql("select * from waypost_read.learner_post where user_id = ? order by post_id")
                .param(user.value())
                .query((row, number) -> HeldPost.of(LearnerPosts.post(row)))
                .list();
        return new HeldProgress(progress.ofUser(user), posts, beside.waiverReasons(user), beside.watchedVideos(user));
    }
}
