package io.waypost.benchmarks;

import io.waypost.benchmarks.Http.Request;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;

/**
 * Lets learners complete their posts in turn, the first post of all, then the second. Each client has learners of its own, as
 * nobody is in two places at once.
 */
final class Completing {

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

    /** How many posts a learner has completed by now, by the place among the learners. */
    int completedBy(int learner) {
        int own = learners.count() / clients;
        int client = learner / own;
        return client < clients ? (done.get(client) + own - 1 - learner % own) / own : 0;
    }

    /** How many posts were completed so far. */
    long total() {
        return IntStream.range(0, clients).mapToLong(done::get).sum();
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
            int learner = number * own + turn % own;
            long post = learners.courseOf(learner).posts().get(turn / own);
            Request request = Request.of(
                    "PUT",
                    "/api/posts/" + post + "/completion",
                    learners.tokens().get(learner));
            Answer answer = http.send(async ? request.respondAsync() : request)
                    .expect(200)
                    .saying("{\"post_id\":" + post + ",\"completed_at\":");
            answered.accept(learner, answer.position().orElseThrow());
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
