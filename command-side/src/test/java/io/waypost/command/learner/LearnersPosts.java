package io.waypost.command.learner;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostContent.QuizContent;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.module.PostId;
import io.waypost.api.module.QuizQuestion;
import io.waypost.api.module.QuizQuestion.Kind;
import io.waypost.api.module.QuizQuestion.Option;
import io.waypost.api.problem.RequestRejected;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The posts that the learner of these tests may open, and one that it may not. */
final class LearnersPosts {

    static final PostId TEXT = new PostId(10);
    static final PostId OTHER_TEXT = new PostId(11);

    /** Three questions, of which two make 66 percent and pass; in its fourth version. */
    static final PostId QUIZ = new PostId(12);

    /** A hundred seconds, of which 60 percent must be watched. */
    static final PostId VIDEO = new PostId(13);

    /** A hundred seconds, completed by hand. */
    static final PostId PLAIN_VIDEO = new PostId(14);

    static final PostId CLOSED = new PostId(15);
    static final PostId UNKNOWN_POST = new PostId(404);

    static final int QUIZ_REVISION = 4;

    static final QuizContent THREE_QUESTIONS = new QuizContent(
            List.of(
                    question(1, Kind.SINGLE, Set.of(2L), 1, 2, 3),
                    question(2, Kind.TRUE_FALSE, Set.of(1L), 1, 2),
                    question(3, Kind.MULTIPLE, Set.of(1L, 3L), 1, 2, 3)),
            66);

    static final Map<Long, Set<Long>> ALL_RIGHT = Map.of(1L, Set.of(2L), 2L, Set.of(1L), 3L, Set.of(1L, 3L));
    static final Map<Long, Set<Long>> TWO_RIGHT = Map.of(1L, Set.of(2L), 2L, Set.of(1L));
    static final Map<Long, Set<Long>> ONE_RIGHT = Map.of(1L, Set.of(2L));

    private static final Map<PostId, KnownPost> KNOWN = Stream.of(
                    post(TEXT, Optional.empty()),
                    post(OTHER_TEXT, Optional.empty()),
                    new KnownPost(QUIZ, true, QUIZ_REVISION, Optional.of(THREE_QUESTIONS)),
                    post(VIDEO, Optional.of(video(Optional.of(60)))),
                    post(PLAIN_VIDEO, Optional.of(video(Optional.empty()))),
                    new KnownPost(CLOSED, false, 1, Optional.empty()))
            .collect(Collectors.toMap(KnownPost::id, Function.identity()));

    private LearnersPosts() {}

    /** Knows these posts, for the learner of these tests. */
    static PostAccess access() {
        PostAccess access = mock();
        when(access.of(any(), anyCollection())).thenAnswer(asked -> known(asked.getArgument(0), asked.getArgument(1)));
        return access;
    }

    static VideoContent video(Optional<Integer> requiredWatchPercent) {
        return new VideoContent("https://example.org/v.mp4", 100, requiredWatchPercent);
    }

    static QuizQuestion question(long id, Kind kind, Set<Long> right, long... options) {
        return new QuizQuestion(
                id,
                "Question " + id,
                kind,
                LongStream.of(options)
                        .mapToObj(option -> new Option(option, "Option " + option, right.contains(option)))
                        .toList());
    }

    private static KnownPosts known(LearnerId learnerId, Collection<PostId> asked) {
        if (!learnerId.equals(LearnerFixture.LEARNER)) {
            throw RequestRejected.notFound("User");
        }
        return new KnownPosts(asked.stream()
                .distinct()
                .filter(KNOWN::containsKey)
                .collect(Collectors.toMap(Function.identity(), KNOWN::get)));
    }

    private static KnownPost post(PostId id, Optional<PostContent> content) {
        return new KnownPost(id, true, 1, content);
    }
}
