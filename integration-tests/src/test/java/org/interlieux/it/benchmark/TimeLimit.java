package org.interlieux.it.benchmark;

/** How many milliseconds something may take, by its median. It is exceeded when the whole 95 % confidence interval lies above the limit. */
record TimeLimit(String what, Samples samples, double millis) implements Limit {
    @Override
    public String measured() {
        Interval interval = interval();
        return Figures.millis(samples.medianMillis()) + " (" + Figures.millis(interval.low()) + " to "
                + Figures.millis(interval.high()) + ")";
    }

    @Override
    public String allowed() {
        return Figures.millis(millis);
    }

    @Override
    public Verdict verdict() {
        if (samples.medianMillis() <= millis) {
            return Verdict.MET;
        }
        return interval().low() <= millis ? Verdict.UNCLEAR : Verdict.EXCEEDED;
    }

    private Interval interval() {
        return Interval.of(samples, samples, (mine, same) -> mine / 1e6);
    }
}
