package io.waypost.benchmarks;

/**
 * One result.
 *
 * @param workload what was measured
 * @param what which part of it
 * @param value how much
 * @param unit of what, such as {@code ms}
 */
record Figure(String workload, String what, double value, String unit) {}
