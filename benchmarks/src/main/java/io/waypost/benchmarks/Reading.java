package io.waypost.benchmarks;

import io.waypost.benchmarks.Http.Request;
import java.util.function.IntFunction;

/** Opens a screen again and again, as one learner after the other. */
final class Reading implements Load.Client {

    private final Http http;
    private final Learners learners;
    private final Screen screen;
    private int place;

    private Reading(Service service, Learners learners, Screen screen, int first) {
        this.http = new Http(service.url());
        this.learners = learners;
        this.screen = screen;
        this.place = first;
    }

    /** So many clients, who begin at different learners. */
    static IntFunction<Load.Client> of(Service service, Learners learners, Screen screen, int clients) {
        return number -> new Reading(service, learners, screen, number * learners.count() / clients);
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
