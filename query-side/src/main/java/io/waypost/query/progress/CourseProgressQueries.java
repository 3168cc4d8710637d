package io.waypost.query.progress;

import io.waypost.api.course.CourseId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.CurrentUser;
import io.waypost.query.platform.AssignedCourses;
import io.waypost.query.platform.Usernames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers how far a user is in one course, post by post, and why. */
@Component
class CourseProgressQueries {

    private final JdbcClient jdbc;
    private final ProgressQueries progress;
    private final CoursePosts coursePosts;
    private final AssignedCourses assigned;
    private final Usernames usernames;
    private final BesideAccount beside;

    CourseProgressQueries(
            JdbcClient jdbc,
            ProgressQueries progress,
            CoursePosts coursePosts,
            AssignedCourses assigned,
            Usernames usernames,
            BesideAccount beside) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.coursePosts = coursePosts;
        this.assigned = assigned;
        this.usernames = usernames;
        this.beside = beside;
    }

    /**
     * A user's own progress.
     *
     * @throws RequestRejected if there is no such course, or it is not assigned to the user, whatever the role
     */
    CourseProgressInFullAnswer own(CourseId course, CurrentUser user) {
        requireCourse(course);
        if (!assigned.includeAny(user.id(), Set.of(course.value()))) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "This course is not assigned to you.");
        }
        Map<Long, List<CoursePost>> posts =
                coursePosts.posts(course, user.id()).stream().collect(Collectors.groupingBy(CoursePost::moduleId));
        List<CoursePosts.CourseModule> modules = coursePosts.modules(course);
        return CourseProgressInFullAnswer.of(
                progress.ofUser(user.id(), course.value()),
                IntStream.range(0, modules.size())
                        .mapToObj(i -> ModuleProgressAnswer.of(
                                modules.get(i),
                                i,
                                posts.getOrDefault(modules.get(i).id(), List.of())))
                        .toList());
    }

    /**
     * Why a user is as far as they are, for one who asks.
     *
     * @throws RequestRejected if there is no such course or user, the course is not assigned to the user, or the one who
     *     asks may not see it
     */
    ExplanationAnswer explain(CourseId course, UserId user, CurrentUser asking) {
        if (!asking.is(SystemRole.MANAGER) && !asking.id().equals(user)) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "You may see only your own progress.");
        }
        requireCourse(course);
        if (!progress.exists(user)) {
            throw RequestRejected.notFound("User");
        }
        if (!assigned.includeAny(user, Set.of(course.value()))) {
            throw new RequestRejected(
                    ProblemCode.FORBIDDEN,
                    asking.id().equals(user)
                            ? "This course is not assigned to you."
                            : "This course is not assigned to this user.");
        }
        CourseProgressAnswer figures = progress.ofUser(user, course.value());
        List<CoursePost> posts = coursePosts.posts(course, user);
        List<CoursePost> missing = posts.stream().filter(post -> !post.counts()).toList();
        return new ExplanationAnswer(
                course.value(),
                user.value(),
                figures.percent(),
                figures.completedPosts(),
                figures.totalPosts(),
                figures.completedAt(),
                references(missing),
                waived(user, posts),
                references(missing.stream()
                        .filter(post -> figures.completedAt()
                                .filter(completed -> post.cameAt().isAfter(completed))
                                .isPresent())
                        .toList()),
                posts.stream()
                        .flatMap(post -> post.done().decision().stream()
                                .map(event -> new ExplanationAnswer.DecidedPost(
                                        post.postId(), event.type(), event.eventId(), event.at())))
                        .toList());
    }

    private List<ExplanationAnswer.WaivedPost> waived(UserId user, List<CoursePost> posts) {
        Map<Long, String> reasons = beside.waiverReasons(user);
        Map<UserId, String> names = usernames.of(posts.stream()
                .map(post -> post.done().waiver())
                .flatMap(Optional::stream)
                .map(waiver -> new UserId(waiver.by()))
                .toList());
        return posts.stream()
                .flatMap(post -> post.done().waiver().stream()
                        .map(waiver -> new ExplanationAnswer.WaivedPost(
                                post.postId(),
                                post.title(),
                                post.moduleId(),
                                new ExplanationAnswer.Who(waiver.by(), names.getOrDefault(new UserId(waiver.by()), "")),
                                waiver.at(),
                                Optional.ofNullable(reasons.get(post.postId())))))
                .toList();
    }

    private static List<PostReference> references(List<CoursePost> posts) {
        return posts.stream().map(CoursePost::reference).toList();
    }

    private void requireCourse(CourseId course) {
        boolean exists = jdbc.sql("select exists (select from waypost_read.course where id = ?)")
                .param(course.value())
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw RequestRejected.notFound("Course");
        }
    }
}
