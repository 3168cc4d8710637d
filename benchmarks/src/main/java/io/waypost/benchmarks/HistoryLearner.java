package io.waypost.benchmarks;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.CourseCompleted;
import io.waypost.api.learner.LearnerEvent.PostCompleted;
import io.waypost.api.learner.LearnerEvent.PostReopened;
import io.waypost.api.learner.LearnerEvent.QuestionGrade;
import io.waypost.api.learner.LearnerEvent.QuizAttempted;
import io.waypost.api.learner.LearnerEvent.VideoWatched;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One who goes through courses, some posts at a sitting. */
final class HistoryLearner {

    private static final int MOST_POSTS = 8;
    private static final int REOPENS_ONE_IN = 100;

    private final LearnerId id;
    private final HistoryAuthors authors;
    private final Random random;
    private final GroupId group;
    private final long firstCourse;
    private final Set<Long> done = new HashSet<>();
    private long course;

    /** @param firstCourse the course of the group that they begin with */
    HistoryLearner(LearnerId id, HistoryAuthors authors, Random random, GroupId group, long firstCourse) {
        this.id = id;
        this.authors = authors;
        this.random = random;
        this.group = group;
        this.firstCourse = firstCourse;
        this.course = firstCourse;
    }

    LearnerId id() {
        return id;
    }

    /** The same, to go on from here with the course that they began with. */
    Learner goingOn(String token) {
        Course begun = authors.course(firstCourse);
        List<Long> missing =
                begun.posts().stream().filter(post -> !done.contains(post)).toList();
        List<Long> open = missing.stream()
                .filter(post -> !authors.isQuiz(post) && !authors.isVideo(post))
                .toList();
        return new Learner(id.value(), token, group.value(), begun, begun.totalPosts() - missing.size(), open);
    }

    /** The next posts of the course; with the last one it is completed, and the next course is begun. */
    void sit(HistoryLog log) throws SQLException {
        List<Long> missing = authors.posts(course).stream()
                .filter(post -> !done.contains(post))
                .toList();
        int posts = Math.min(missing.size(), 1 + random.nextInt(MOST_POSTS));
        for (long post : missing.subList(0, posts)) {
            complete(log, post);
        }
        if (posts == missing.size()) {
            log.add(id.value(), new CourseCompleted(id, new CourseId(course), log.now()));
            course = next();
        } else if (!authors.isQuiz(missing.getFirst()) && random.nextInt(REOPENS_ONE_IN) == 0) {
            long again = missing.getFirst();
            done.remove(again);
            log.add(id.value(), new PostReopened(id, new PostId(again)));
        }
    }

    private long next() {
        List<Long> courses = authors.courses();
        return courses.get((courses.indexOf(course) + 1) % courses.size());
    }

    private void complete(HistoryLog log, long post) throws SQLException {
        PostId postId = new PostId(post);
        CompletionWay via = CompletionWay.HAND;
        if (authors.isQuiz(post)) {
            via = CompletionWay.QUIZ;
            int right = random.nextInt(2);
            for (int attempt = 1; attempt <= 2 - right; attempt++) {
                boolean passed = attempt == 2 - right;
                log.add(id.value(), attempted(postId, attempt, passed));
            }
        } else if (authors.isVideo(post)) {
            via = CompletionWay.VIDEO;
            log.add(id.value(), new VideoWatched(id, postId, 10 + random.nextInt(60)));
            log.add(id.value(), new VideoWatched(id, postId, 100));
        }
        log.add(id.value(), new PostCompleted(id, postId, log.now(), via));
        done.add(post);
    }

    private QuizAttempted attempted(PostId post, int attempt, boolean passed) {
        return new QuizAttempted(
                id,
                post,
                attempt,
                1,
                passed ? 100 : 33,
                passed,
                List.of(new QuestionGrade(1, true), new QuestionGrade(2, passed), new QuestionGrade(3, passed)));
    }
}
