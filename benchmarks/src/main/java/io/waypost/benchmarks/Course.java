package io.waypost.benchmarks;

import java.util.List;

/**
 * A course as it is shown.
 *
 * @param id its number
 * @param modules its modules, in order
 */
record Course(long id, List<LearningModule> modules) {

    /** A module and its posts in order. */
    record LearningModule(long id, List<Long> posts) {}

    /** All posts, module by module. */
    List<Long> posts() {
        return modules.stream().flatMap(module -> module.posts().stream()).toList();
    }

    /** How many posts it shows. */
    int totalPosts() {
        return modules.stream().mapToInt(module -> module.posts().size()).sum();
    }
}
