package io.waypost.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Rebuilds views as an operator does it. */
final class Rebuild {

    private static final String PROJECTIONS = "/api/admin/projections";
    private static final long POLL_MILLIS = 50;
    private static final double NANOS_PER_SECOND = 1e9;

    private Rebuild() {}

    /** Rebuilds one view after the other. */
    static void all(Client admin) {
        List<String> views = new ArrayList<>();
        for (JsonNode projection : admin.get(PROJECTIONS)) {
            if (projection.path("kind").asString().equals("view")) {
                views.add(projection.path("name").asString());
            }
        }
        views.forEach(view -> seconds(admin, view));
    }

    /** Asks for a rebuild and waits for its end; the seconds that it takes. */
    static double seconds(Client admin, String view) {
        long start = System.nanoTime();
        admin.post(PROJECTIONS + "/" + view + "/rebuild", Map.of(), 202);
        while (isGoingOn(admin, view)) {
            pause();
        }
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    private static boolean isGoingOn(Client admin, String view) {
        for (JsonNode projection : admin.get(PROJECTIONS)) {
            if (projection.path("name").asString().equals(view)) {
                if (projection.path("error").isString()) {
                    throw new IllegalStateException(projection.toString());
                }
                return projection.path("replaying").asBoolean();
            }
        }
        throw new IllegalStateException("There is no view " + view);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
