package io.waypost.query.moduleoutline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One module.
 *
 * @param id the module
 * @param color {@code #RRGGBB}
 * @param postCount the number of its posts
 * @param posts its posts in order
 * @param courses the courses it is in, oldest first
 */
record ModuleWithPostsAnswer(
        long id,
        String title,
        Optional<String> description,
        Optional<String> color,
        Instant createdAt,
        Instant updatedAt,
        long postCount,
        List<OutlinedPostAnswer> posts,
        List<ContainingCourseAnswer> courses) {}
