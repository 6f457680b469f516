package org.interlieux.it.benchmark;

import java.util.Map;

/** A member taps on the arrival page, and a visit begins. Coming to that page and the visit's end are not timed. */
final class Tap implements Activity {
    static final Map<String, String> ARRIVE = Map.of("choice", "arrive");

    private final Neighbourhood place;
    private SwiftVisitor member = new SwiftVisitor();
    private SwiftForm page = SwiftForm.NONE;

    Tap(Neighbourhood place) {
        this.place = place;
    }

    @Override
    public void prepare() {
        member = place.member(0);
        page = place.gate().openBy(member);
    }

    @Override
    public int perform() {
        member.submit(page, ARRIVE).code();
        return member.bytes();
    }

    @Override
    public void putBack() {
        place.gate().openVisits().forEach(place.gate()::close);
    }
}
