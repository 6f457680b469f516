package org.interlieux.it.server;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategy;

/** Our image with the options of a test's server, and with what {@code docker-compose.yml} takes away from it. */
final class ServerContainer implements RunningServer {
    private static final long MEMORY_BYTES = 1L << 30;

    private final KeycloakContainer container;

    private ServerContainer(KeycloakContainer container) {
        this.container = container;
    }

    static ServerContainer start(StartCommand command) {
        KeycloakContainer container = new KeycloakContainer(System.getProperty("interlieux.image"))
                // Built a moment ago: no registry has it.
                .withImagePullPolicy(image -> false)
                .withOptimizedFlag()
                .withRamPercentage(50, 70)
                .withNetworkMode("host")
                // There are none to map, and Testcontainers would wait for them.
                .withExposedPorts()
                .withEnv(command.variables())
                // Where its health check asks.
                .withEnv(
                        "KC_HTTP_MANAGEMENT_PORT",
                        Integer.toString(command.address().managementPort()))
                .withTmpFs(Map.of("/tmp", "rw", "/opt/keycloak/data", "rw,uid=1000,gid=0,mode=700"))
                .withCreateContainerCmdModifier(create -> harden(create.getHostConfig(), command.home().vault()))
                .withLogConsumer(frame -> append(command.home().log(), frame))
                .waitingFor(atOnce());
        command.options().forEach(container::withCustomCommand);
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "end-keycloak-container"));
        return new ServerContainer(container);
    }

    private static void harden(HostConfig config, Path vault) {
        // Not as Testcontainers does it, which tries it with an image of its own first.
        config.withBinds(new Bind(vault.toString(), new Volume(vault.toString()), AccessMode.ro))
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withMemory(MEMORY_BYTES);
    }

    /** Whether the server is ready is asked by {@link Readiness}, as it is for a process. */
    private static WaitStrategy atOnce() {
        return new AbstractWaitStrategy() {
            @Override
            protected void waitUntilReady() {}
        };
    }

    private static void append(Path log, OutputFrame frame) {
        byte[] bytes = frame.getBytes();
        if (bytes == null) {
            return; // the end of the output
        }
        try {
            Files.write(log, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isAlive() {
        return container.isRunning();
    }

    @Override
    public List<Long> ids() {
        Long id = container.getCurrentContainerInfo().getState().getPidLong();
        return id == null
                ? List.of()
                : ProcessHandle.of(id).stream()
                        .flatMap(script -> Stream.concat(Stream.of(script), script.descendants()))
                        .map(ProcessHandle::pid)
                        .toList();
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
        container.stop();
    }

    /** Gently: Testcontainers' own end is a kill. */
    @Override
    public void close() {
        if (container.isRunning()) {
            container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
        }
        container.stop();
    }
}
