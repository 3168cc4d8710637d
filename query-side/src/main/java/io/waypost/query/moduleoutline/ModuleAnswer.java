package io.waypost.query.moduleoutline;

import java.time.Instant;
import java.util.Optional;

/**
 * A module in a list.
 *
 * @param id the module
 * @param color {@code #RRGGBB}
 * @param postCount the number of its posts
 */
record ModuleAnswer(
        long id,
        String title,
        Optional<String> description,
        Optional<String> color,
        Instant createdAt,
        Instant updatedAt,
        long postCount) {

    static ModuleAnswer of(CountedModule counted) {
        ModuleRow module = counted.module();
        return new ModuleAnswer(
                module.id(),
                module.title(),
                module.description(),
                module.color(),
                module.createdAt(),
                module.updatedAt(),
                counted.postCount());
    }
}
