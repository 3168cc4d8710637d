package io.waypost.benchmarks;

import io.waypost.benchmarks.Http.Request;

/** Opens a screen again and again, as one learner after the other. */
final class Reading implements Load.Client {

    private final Http http;
    private final Learners learners;
    private final Screen screen;
    private int place;

    /** @param first the place of the learner who opens it first */
    Reading(Service service, Learners learners, Screen screen, int first) {
        this.http = new Http(service.url());
        this.learners = learners;
        this.screen = screen;
        this.place = first;
    }

    @Override
    public void once() {
        Request request =
                Request.of("GET", screen.path(place), learners.at(place).token());
        http.send(request).expect(200).saying(screen.says(place));
        place = (place + 1) % learners.count();
    }

    @Override
    public void close() {
        http.close();
    }
}
