package org.interlieux.it.benchmark;

/** Ada finds her home venue, logs in there, arrives, and the service gets a code. Then she leaves, which does not count. */
final class WholeLogin implements Activity {
    private final BenchmarkFederation federation;
    private SwiftVisitor ada = new SwiftVisitor();
    private String code = "";

    WholeLogin(BenchmarkFederation federation) {
        this.federation = federation;
    }

    @Override
    public int perform() {
        ada = new SwiftVisitor();
        SwiftPage picker = federation.openPicker(ada);
        code = federation.logIn(ada, federation.search(ada, picker, BenchmarkFederation.HOME_NAME));
        return ada.bytes();
    }

    @Override
    public void putBack() {
        federation.logOut(ada, code);
    }
}
