package org.interlieux.it.benchmark;

/** How many milliseconds more than another one may something take, median by median. It is exceeded as {@link RatioLimit} says. */
record DifferenceLimit(String what, Samples samples, Samples base, double millis) implements Limit {
    @Override
    public String measured() {
        Interval interval = interval();
        return Figures.millis(difference()) + " (" + Figures.millis(interval.low()) + " to "
                + Figures.millis(interval.high()) + ")";
    }

    @Override
    public String allowed() {
        return Figures.millis(millis);
    }

    @Override
    public Verdict verdict() {
        if (difference() <= millis) {
            return Verdict.MET;
        }
        return interval().low() <= millis ? Verdict.UNCLEAR : Verdict.EXCEEDED;
    }

    private double difference() {
        return samples.medianMillis() - base.medianMillis();
    }

    private Interval interval() {
        return Interval.of(samples, base, (mine, other) -> (mine - other) / 1e6);
    }
}
