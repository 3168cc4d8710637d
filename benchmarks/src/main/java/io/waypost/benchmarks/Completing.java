package io.waypost.benchmarks;

import io.waypost.benchmarks.Http.Request;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Lets learners complete their open posts in turn, the first post of all, then the second. Each client has learners of its
 * own, as nobody is in two places at once.
 */
final class Completing {

    private static final int CHECKED = 100;

    private final Service service;
    private final Learners learners;
    private final int clients;
    private final AtomicIntegerArray done;

    Completing(Service service, Learners learners, int clients) {
        this.service = service;
        this.learners = learners;
        this.clients = clients;
        this.done = new AtomicIntegerArray(clients);
    }

    /** How many posts of the course a learner has completed by now, by the place among the learners. */
    int completedBy(int learner) {
        int own = learners.count() / clients;
        int client = learner / own;
        int here = client < clients ? (done.get(client) + own - 1 - learner % own) / own : 0;
        return learners.at(learner).completed() + here;
    }

    /** How many posts were completed so far. */
    long total() {
        return IntStream.range(0, clients).mapToLong(done::get).sum();
    }

    /** Makes sure of a hundred learners that the views show what was answered. */
    void check(Client admin) {
        admin.awaitViews();
        for (int place = 0; place < learners.count(); place += Math.max(1, learners.count() / CHECKED)) {
            Learner learner = learners.at(place);
            int completed = completedBy(place);
            JsonNode progress = admin.get("/api/users/" + learner.id() + "/progress");
            if (progress.valueStream().noneMatch(each -> isShown(each, learner.course(), completed))) {
                throw new IllegalStateException("Not " + completed + " completed posts: " + progress);
            }
        }
    }

    private static boolean isShown(JsonNode progress, Course course, int completed) {
        return progress.path("course_id").asLong() == course.id()
                && progress.path("completed_posts").asInt() == completed
                && progress.path("total_posts").asInt() == course.totalPosts();
    }

    /** A client that does not wait for the views. */
    Load.Client async(int number) {
        return new Completer(number, true, (learner, position) -> {});
    }

    /** The same, which tells what it was answered: a learner's place, and the position of the event. */
    Load.Client async(int number, ObjLongConsumer<Integer> answered) {
        return new Completer(number, true, answered);
    }

    /** A client that is answered when the views show it. */
    Load.Client awaitingViews(int number) {
        return new Completer(number, false, (learner, position) -> {});
    }

    private final class Completer implements Load.Client {

        private final int number;
        private final boolean async;
        private final ObjLongConsumer<Integer> answered;
        private final Http http;

        Completer(int number, boolean async, ObjLongConsumer<Integer> answered) {
            this.number = number;
            this.async = async;
            this.answered = answered;
            this.http = new Http(service.url());
        }

        @Override
        public void once() {
            int turn = done.getAndIncrement(number);
            int own = learners.count() / clients;
            int place = number * own + turn % own;
            Learner learner = learners.at(place);
            long post = learner.open().get(turn / own);
            Request request = Request.of("PUT", "/api/posts/" + post + "/completion", learner.token());
            Answer answer = http.send(async ? request.respondAsync() : request)
                    .expect(200)
                    .saying("{\"post_id\":" + post + ",\"completed_at\":");
            answered.accept(place, answer.position().orElseThrow());
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
