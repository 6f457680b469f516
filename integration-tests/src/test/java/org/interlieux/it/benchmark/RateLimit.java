package org.interlieux.it.benchmark;

/**
 * How many times as fast as another one something must be, median by median. It is missed when the whole 95 % confidence interval of the
 * ratio lies below the limit.
 */
record RateLimit(String what, Samples samples, Samples base, double limit) implements Limit {
    @Override
    public String measured() {
        Interval interval = interval();
        return Figures.ratio(rate()) + " times (" + Figures.ratio(interval.low()) + " to "
                + Figures.ratio(interval.high()) + ")";
    }

    @Override
    public String allowed() {
        return "at least " + Figures.ratio(limit) + " times";
    }

    @Override
    public Verdict verdict() {
        if (rate() >= limit) {
            return Verdict.MET;
        }
        return interval().high() >= limit ? Verdict.UNCLEAR : Verdict.EXCEEDED;
    }

    private double rate() {
        return base.medianMillis() / samples.medianMillis();
    }

    private Interval interval() {
        return Interval.of(samples, base, (mine, other) -> other / mine);
    }
}
