package io.waypost.query.progress;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a user is in a module of a course.
 *
 * @param ordering its place in the course
 * @param completedPosts how many of its posts count as completed
 */
record ModuleProgressAnswer(
        long moduleId,
        String moduleTitle,
        int ordering,
        int completedPosts,
        int totalPosts,
        List<PostProgressAnswer> posts) {

    static ModuleProgressAnswer of(CoursePosts.CourseModule module, int ordering, List<CoursePost> posts) {
        return new ModuleProgressAnswer(
                module.id(),
                module.title(),
                ordering,
                (int) posts.stream().filter(CoursePost::counts).count(),
                posts.size(),
                IntStream.range(0, posts.size())
                        .mapToObj(i -> PostProgressAnswer.of(posts.get(i), i))
                        .toList());
    }
}
