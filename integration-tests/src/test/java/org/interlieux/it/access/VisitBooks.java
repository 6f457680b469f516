package org.interlieux.it.access;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.interlieux.demo.DemoVenue;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.Told;

/**
 * What the table of visits and the sites of L'Atelier and La Fabrique hold at a moment, before something is tried.
 *
 * @param told how many messages each of the two sites has
 */
record VisitBooks(Scene scene, int visits, List<Integer> told) {
    static VisitBooks of(Scene scene) {
        settle(scene);
        return new VisitBooks(scene, scene.visits(), told(scene));
    }

    void assertUnchanged() {
        settle(scene);
        assertThat(scene.visits()).as("visits").isEqualTo(visits);
        assertThat(told(scene)).as("messages told").isEqualTo(told);
    }

    /** One visit more, let in by the home venue's own answer, and told once to the home and once to the host. */
    void assertOneEntry(String visit) {
        assertThat(scene.visits()).as("visits").isEqualTo(visits + 1);
        assertThat(scene.server()
                        .database()
                        .firstColumn("select access_rule from interlieux_visit where id = '" + visit + "'"))
                .containsExactly("ask-venue");
        for (DemoVenue site : sites(scene)) {
            await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(scene.told(site))
                    .filteredOn(told -> told.visitId().equals(visit))
                    .extracting(Told::type, Told::deliveries)
                    .containsExactly(tuple("visit.entry", 1)));
        }
        settle(scene);
        assertThat(told(scene))
                .as("messages told")
                .isEqualTo(told.stream().map(count -> count + 1).toList());
    }

    /** Until nothing is on its way any more. */
    private static void settle(Scene scene) {
        String pending = "select e.id from outbox_entry e join realm r on r.id = e.realm_id where r.name = '"
                + scene.federation().name() + "' and e.status = 'PENDING'";
        await().atMost(ofSeconds(20))
                .until(() -> scene.server().database().firstColumn(pending).isEmpty());
    }

    private static List<Integer> told(Scene scene) {
        return sites(scene).stream().map(site -> scene.told(site).size()).toList();
    }

    private static List<DemoVenue> sites(Scene scene) {
        return List.of(scene.atelier(), scene.fabrique());
    }
}
