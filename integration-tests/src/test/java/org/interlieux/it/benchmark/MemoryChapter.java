package org.interlieux.it.benchmark;

import static org.interlieux.it.benchmark.Figures.megabytes;

import java.util.List;

/** What the index of venues takes on the server's heap. Runs first, before anything else fills it. */
final class MemoryChapter implements Chapter {
    private static final String INDEX = "org.interlieux.venue.directory.";

    private static final int WARM_UPS = 50;

    @Override
    public Section measure(Stage stage) {
        int few = stage.options().few();
        int many = stage.options().many();
        LiveHeap before = heap(stage, few);
        LiveHeap after = heap(stage, many);
        Table table = new Table(
                        "", Figures.count(few) + " venues", "and " + Figures.count(many) + " more", "difference")
                .row(
                        "live heap",
                        megabytes(before.bytes()),
                        megabytes(after.bytes()),
                        megabytes(after.bytes() - before.bytes()))
                .row(
                        "of that, objects of the index's own classes (without their texts)",
                        megabytes(before.bytesOf(INDEX)),
                        megabytes(after.bytesOf(INDEX)),
                        megabytes(after.bytesOf(INDEX) - before.bytesOf(INDEX)));
        return new Section(
                "Memory of the search index",
                "Live objects after a full garbage collection, with Keycloak's realm caches emptied.",
                table,
                List.of());
    }

    private static LiveHeap heap(Stage stage, int venues) {
        Requests requests = new Requests(stage.federation(venues));
        for (int i = 0; i < WARM_UPS; i++) {
            requests.pickerPage().perform();
            requests.searchInTheList().perform();
        }
        stage.emptyCaches();
        return LiveHeap.of(stage.server());
    }
}
