package org.interlieux.it.benchmark;

import java.util.List;

/** What people ask of a federation's login pages, each time without any cookies. */
record Requests(BenchmarkFederation federation) {
    List<Subject> all() {
        return List.of(
                new Subject("picker page", pickerPage()),
                new Subject("search in the page", searchInThePage()),
                new Subject("login page of own accounts", ownAccountPage()),
                new Subject("login", login()));
    }

    Activity pickerPage() {
        return () -> federation.openPicker(new SwiftVisitor()).bytes();
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
