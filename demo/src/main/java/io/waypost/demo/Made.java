package io.waypost.demo;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a running Waypost has of the sample by now. */
interface Made {

    /**
     * A course.
     *
     * @param posts the posts of its modules, in order
     */
    record Course(long id, List<Post> posts) {}

    /** A module with its posts in order. */
    record LearningModule(long id, List<Post> posts) {}

    /**
     * A post.
     *
     * @param sent what it was made of, a quiz with the right answers
     */
    record Post(long id, JsonNode sent) {}

    /** A group of learners. */
    record Group(long id, String name, List<Learner> learners) {}

    /**
     * Somebody who learns.
     *
     * @param username what the account is called, which may differ from the sample
     * @param done how many posts of the course are done
     */
    record Learner(String username, int done) {}
}
