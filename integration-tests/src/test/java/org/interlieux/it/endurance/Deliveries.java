package org.interlieux.it.endurance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.TwoNodes;

/** How many messages each node had delivered at a moment, as its metrics say. */
record Deliveries(Map<KeycloakServer, Double> byNode) {
    private static final Pattern DELIVERED =
            Pattern.compile("interlieux_deliveries_total\\{outcome=\"delivered\",?\\} (\\S+)");

    static Deliveries of(TwoNodes nodes) {
        return new Deliveries(nodes.both().stream().collect(Collectors.toMap(node -> node, Deliveries::of)));
    }

    /** The node that has delivered most since then. */
    KeycloakServer busiest() {
        return byNode.keySet().stream()
                .max(Comparator.comparingDouble(node -> of(node) - Objects.requireNonNull(byNode.get(node))))
                .orElseThrow();
    }

    private static double of(KeycloakServer node) {
        try (InputStream metrics =
                URI.create(node.managementUrl() + "/metrics").toURL().openStream()) {
            Matcher delivered = DELIVERED.matcher(new String(metrics.readAllBytes(), UTF_8));
            if (!delivered.find()) {
                throw new IllegalStateException("Node " + node.ownUrl() + " does not count its deliveries");
            }
            return Double.parseDouble(delivered.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
