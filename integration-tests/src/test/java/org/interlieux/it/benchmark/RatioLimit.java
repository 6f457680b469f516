package org.interlieux.it.benchmark;

/**
 * How many times as long as another one may something take, median by median. It is exceeded when the whole 95 % confidence interval of
 * the ratio lies above the limit: on a busy machine a median alone says too little.
 */
record RatioLimit(String what, Samples samples, Samples base, double limit) implements Limit {
    @Override
    public String measured() {
        Interval interval = interval();
        return Figures.ratio(ratio()) + " times (" + Figures.ratio(interval.low()) + " to "
                + Figures.ratio(interval.high()) + ")";
    }

    @Override
    public String allowed() {
        return Figures.ratio(limit) + " times";
    }

    @Override
    public Verdict verdict() {
        if (ratio() <= limit) {
            return Verdict.MET;
        }
        return interval().low() <= limit ? Verdict.UNCLEAR : Verdict.EXCEEDED;
    }

    double ratio() {
        return samples.medianMillis() / base.medianMillis();
    }

    private Interval interval() {
        return Interval.of(samples, base, (mine, other) -> mine / other);
    }
}
