package io.waypost.benchmarks;

/**
 * How fast posts are completed without waiting for the views, beside the ceiling c1, which is measured before and after.
 *
 * @param load what the learners saw
 * @param ceiling how many rows are inserted and committed per second
 * @param ceilingP99 how long one of them takes, in milliseconds
 * @param micros processor time of service and database for each completion, until the views show it, in microseconds
 */
record CompletionRate(Load.Measured load, double ceiling, double ceilingP99, double micros) {

    static CompletionRate measure(
            Service service, Client admin, Completing completing, Durability durability, Load ceiling, Load load) {
        admin.awaitViews();
        Load.Measured before = durability.measure(ceiling);
        long earlier = completing.total();
        ProcessorTime start = ProcessorTime.of(service);
        Load.Measured measured = load.atFullSpeed(completing::async);
        admin.awaitViews();
        ProcessorTime worked = ProcessorTime.of(service).since(start);
        long completed = completing.total() - earlier;
        Load.Measured after = durability.measure(ceiling);
        return new CompletionRate(
                measured,
                (before.perSecond() + after.perSecond()) / 2,
                (before.millis(99) + after.millis(99)) / 2,
                worked.microsPer(completed));
    }
}
