package io.waypost.query.moduleoutline;

import java.util.Optional;

/**
 * A post in a module.
 *
 * @param id the post
 * @param type {@code default}, {@code video}, {@code attachment} or {@code quiz}
 * @param ordering its 0-based place
 */
record OutlinedPostAnswer(long id, String title, Optional<String> description, String type, int ordering) {}
