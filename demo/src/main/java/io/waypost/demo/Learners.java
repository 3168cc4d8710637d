package io.waypost.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes the groups of the sample: the learners' accounts, what they are to learn, and how far they are. */
final class Learners {

    private static final String USERNAME_TAKEN = "username_taken";
    private static final String EMAIL_TAKEN = "email_taken";

    private final Waypost waypost;
    private final Map<String, Made.Course> courses;
    private final String password;

    /**
     * Prepares for groups that learn these courses.
     *
     * @param waypost where an admin is signed in
     * @param courses the courses by title
     * @param password what all learners sign in with
     */
    Learners(Waypost waypost, Map<String, Made.Course> courses, String password) {
        this.waypost = waypost;
        this.courses = Map.copyOf(courses);
        this.password = password;
    }

    /** How many requests it takes to make these groups. */
    int requests(List<Sample.Group> groups) {
        return groups.stream().mapToInt(this::requests).sum();
    }

    /**
     * Makes a group and lets its learners learn.
     *
     * @param step is run after each thing that was made or learnt
     */
    Made.Group load(Sample.Group group, Runnable step) {
        long id = id(waypost.post("/api/groups", Map.of("name", group.name(), "description", group.description())));
        step.run();
        for (String title : group.courses()) {
            waypost.post(
                    "/api/groups/" + id + "/courses",
                    Map.of("course_id", course(title).id()));
            step.run();
        }
        List<Made.Post> posts = course(group.learns()).posts();
        List<Made.Learner> learners = new ArrayList<>();
        for (Sample.Learner learner : group.learners()) {
            String username = join(id, learner, step);
            List<Made.Post> done = posts.subList(0, learner.done(posts.size()));
            learn(username, done, step);
            learners.add(new Made.Learner(username, done.size()));
        }
        return new Made.Group(id, group.name(), learners);
    }

    private int requests(Sample.Group group) {
        int posts = course(group.learns()).posts().size();
        int learnt = group.learners().stream()
                .mapToInt(learner -> learner.done(posts))
                .sum();
        return 1 + group.courses().size() + 2 * group.learners().size() + learnt;
    }

    private String join(long group, Sample.Learner learner, Runnable step) {
        JsonNode user = account(group, learner);
        step.run();
        waypost.post("/api/groups/" + group + "/members/" + id(user), Map.of());
        step.run();
        return user.path("username").asString();
    }

    /** An earlier sample may have left the name behind; the group's id then makes it another one. */
    private JsonNode account(long group, Sample.Learner learner) {
        try {
            return account(learner.username(), learner);
        } catch (Refused refused) {
            if (refused.code().equals(USERNAME_TAKEN) || refused.code().equals(EMAIL_TAKEN)) {
                return account(learner.username() + "." + group, learner);
            }
            throw refused;
        }
    }

    private JsonNode account(String username, Sample.Learner learner) {
        return waypost.post(
                "/api/users",
                Map.of(
                        "username",
                        username,
                        "email",
                        username + "@example.org",
                        "password",
                        password,
                        "first_name",
                        learner.firstName(),
                        "last_name",
                        learner.lastName()));
    }

    private void learn(String username, List<Made.Post> posts, Runnable step) {
        if (posts.isEmpty()) {
            return;
        }
        try (Waypost learner = waypost.signedIn(username, password)) {
            for (Made.Post post : posts) {
                Learning.complete(learner, post);
                step.run();
            }
        }
    }

    private Made.Course course(String title) {
        Made.Course course = courses.get(title);
        if (course == null) {
            throw new IllegalArgumentException("There is no course " + title);
        }
        return course;
    }

    private static long id(JsonNode made) {
        return made.path("id").asLong();
    }
}
