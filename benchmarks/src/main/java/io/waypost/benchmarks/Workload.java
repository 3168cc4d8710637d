package io.waypost.benchmarks;

import java.util.List;

/** Something to measure. */
interface Workload {

    /** The name that it is asked for by. */
    String name();

    /** Starts a service, loads what it needs, warms up, measures, and makes sure that the answers were right. */
    List<Figure> run();
}
