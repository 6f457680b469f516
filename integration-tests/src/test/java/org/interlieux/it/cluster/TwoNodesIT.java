package org.interlieux.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.ListeningSocket;
import org.interlieux.it.server.OwnTwoNodes;
import org.interlieux.it.server.TwoNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A federation on two nodes and PostgreSQL: whichever node answers, it is one federation. */
@ExtendWith(OwnTwoNodes.class)
class TwoNodesIT {
    private final Guest guest = new Guest();
    private Scene scene;

    @BeforeEach
    void set(TwoNodes nodes) {
        nodes.both().forEach(KeycloakServer::start);
        scene = Scene.set(nodes.a());
    }

    @AfterEach
    void close() {
        guest.close();
        scene.close();
    }

    @Test
    void listenOnLoopbackOnlyAndFormOneCluster(TwoNodes nodes) {
        for (KeycloakServer node : nodes.both()) {
            assertThat(node.listeningSockets()).isNotEmpty().allMatch(ListeningSocket::isOnLoopback);
        }
        assertThat(nodes.a().database().firstColumn("select ip from jgroups_ping"))
                .hasSize(2)
                .allMatch(address -> address.startsWith("127.0.0.1:"));
    }

    @Test
    void sessionMadeAtOneNodeIsKnownAtTheOther(TwoNodes nodes) {
        guest.visitor().callFrom(nodes.nearA());
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);
        assertThat(guest.isInside(scene.library())).isTrue();

        guest.visitor().callFrom(nodes.nearB());
        guest.at(scene.fabrique());

        assertThat(guest.seesArrivalPage()).isTrue();
        guest.arrive();
        assertThat(guest.isInside(scene.fabrique())).isTrue();
    }
}
