package org.interlieux.it.benchmark;

/** Of something that can be counted, so that noise is no excuse. */
record AmountLimit(String what, long amount, long limit, String unit) implements Limit {
    @Override
    public String measured() {
        return Figures.count(amount) + " " + unit;
    }

    @Override
    public String allowed() {
        return Figures.count(limit) + " " + unit;
    }

    @Override
    public Verdict verdict() {
        return amount <= limit ? Verdict.MET : Verdict.EXCEEDED;
    }
}
