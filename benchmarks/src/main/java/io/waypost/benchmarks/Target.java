package io.waypost.benchmarks;

/**
 * What a figure must reach.
 *
 * @param direction on which side of the bound it must be
 * @param bound the bound, in the unit of the figure
 */
record Target(Direction direction, double bound) {

    /** On which side. */
    enum Direction {
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String sign;

        Direction(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    boolean isReachedBy(double value) {
        return direction == Direction.AT_LEAST ? value >= bound : value <= bound;
    }
}
