package org.interlieux.it.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interlieux.it.server.FreePorts;

/** All ports of the demo together, as they are when it starts. */
final class DemoPorts {
    private DemoPorts() {}

    /** Throws {@link DemoException} that names every port in use and the option that changes it. */
    static void requireFree() {
        requireDifferent();
        List<String> taken = Arrays.stream(DemoPort.values())
                .filter(port -> !FreePorts.isFree(port.number()))
                .map(port -> "Port " + port.number() + " is in use. Choose another with -D" + port.option() + "=<port>")
                .toList();
        if (!taken.isEmpty()) {
            throw new DemoException(String.join("\n", taken));
        }
    }

    private static void requireDifferent() {
        Map<Integer, List<String>> options = Arrays.stream(DemoPort.values())
                .collect(Collectors.groupingBy(
                        DemoPort::number, Collectors.mapping(port -> "-D" + port.option(), Collectors.toList())));
        options.forEach((port, names) -> {
            if (names.size() > 1) {
                throw new DemoException("Port " + port + " cannot be all of " + String.join(", ", names));
            }
        });
    }

    /** What the placeholders of the demo's files stand for. */
    static Map<String, String> addresses() {
        return Map.of(
                "KEYCLOAK_URL", DemoPort.KEYCLOAK.url(),
                "ATELIER_URL", DemoPort.ATELIER.url(),
                "FABRIQUE_URL", DemoPort.FABRIQUE.url(),
                "PHARE_URL", DemoPort.PHARE.url(),
                "LIBRARY_URL", DemoPort.LIBRARY.url());
    }
}
