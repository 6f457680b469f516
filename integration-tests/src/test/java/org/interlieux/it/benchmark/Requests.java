package org.interlieux.it.benchmark;

import java.util.List;

/** What people ask of a federation's login pages, each time without any cookies. */
record Requests(BenchmarkFederation federation) {
    List<Subject> all() {
        return List.of(
                new Subject("picker page", pickerPage()),
                new Subject("`GET /venues?q=`", searchInTheList()),
                new Subject("search with the page's form", searchInThePage()),
                new Subject("login page of own accounts", ownAccountPage()),
                new Subject("login", login()));
    }

    Activity pickerPage() {
        return () -> federation.openPicker(new SwiftVisitor()).bytes();
    }

    /** What the page's script asks while somebody types. */
    Activity searchInTheList() {
        return () -> federation
                .searchList(new SwiftVisitor(), BenchmarkFederation.HOME_NAME)
                .showing(BenchmarkFederation.HOME)
                .bytes();
    }

    /** The form that works without scripts. */
    Activity searchInThePage() {
        return new FromThePicker(federation, (visitor, picker) -> federation
                .search(visitor, picker, BenchmarkFederation.HOME_NAME)
                .showing(BenchmarkFederation.HOME));
    }

    Activity ownAccountPage() {
        return new FromThePicker(federation, federation::openOwnAccount);
    }

    /** From the picker page to the code that the service gets. */
    Activity login() {
        return new WholeLogin(federation);
    }
}
