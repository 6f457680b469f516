package org.interlieux.it.visits;

import java.util.List;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link RandomDays} on one node; on two they are in {@code TwoNodesIT}. */
@ExtendWith(SharedKeycloak.class)
class RandomDaysIT {
    private static final int STEPS = 25;

    @Test
    void randomDaysKeepTheInvariants(KeycloakServer server) {
        try (Scene scene = Scene.set(server);
                RandomDays days = new RandomDays(scene, List.of())) {
            days.play(STEPS);
        }
    }
}
