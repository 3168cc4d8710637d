package io.waypost.benchmarks;

import io.waypost.benchmarks.Http.Request;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Completes a post without waiting for the views, and looks at the learner's progress until it shows it; then a learner's next
 * post, and so on.
 */
final class Prober implements AutoCloseable {

    private static final long HIGHEST_MICROS = 60_000_000;
    /** Whoever looks all the time makes a load of their own, as large as the one that they look at. */
    private static final long LOOK_AGAIN_MILLIS = 5;

    private static final long PAUSE_MILLIS = 10;

    private final Histogram micros = new Histogram(HIGHEST_MICROS, 3);
    private final Http http;
    private final List<String> tokens;
    private final List<Long> posts;

    /**
     * @param tokens of learners who have completed nothing yet and whom nobody else makes complete anything
     * @param posts the posts of their course
     */
    Prober(Service service, List<String> tokens, List<Long> posts) {
        this.http = new Http(service.url());
        this.tokens = tokens;
        this.posts = posts;
    }

    /** Goes on until a {@link System#nanoTime()}; from the answer of a command until the view shows it, in microseconds. */
    Histogram probeUntil(long end) throws InterruptedException {
        for (int post = 0; post < posts.size(); post++) {
            for (String token : tokens) {
                if (System.nanoTime() >= end) {
                    return micros;
                }
                probe(token, posts.get(post), post + 1);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        return micros;
    }

    @Override
    public void close() {
        http.close();
    }

    private void probe(String token, long post, int completed) throws InterruptedException {
        http.send(Request.of("PUT", "/api/posts/" + post + "/completion", token).respondAsync())
                .expect(200);
        long answered = System.nanoTime();
        String shown = "\"completed_posts\":" + completed + ",";
        Request look = Request.of("GET", "/api/me/progress", token);
        while (!http.send(look).expect(200).body().contains(shown)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        micros.recordValue((System.nanoTime() - answered) / 1000);
    }
}
