package org.interlieux.it.benchmark;

/** An admin ends a visit. How it began is not timed. */
final class Close implements Activity {
    private final Neighbourhood place;
    private String visit = "";

    Close(Neighbourhood place) {
        this.place = place;
    }

    @Override
    public void prepare() {
        SwiftVisitor member = place.member(0);
        member.submit(place.gate().openBy(member), Tap.ARRIVE).code();
        visit = place.gate().openVisits().get(0);
    }

    @Override
    public int perform() {
        return place.gate().close(visit);
    }
}
