package org.interlieux.it.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code kc.sh} and the {@code java} that it starts. The script stays as the parent: it passes a gentle end on, but only its child
 * can be killed hard. Both end at the latest with this JVM.
 */
final class ServerProcess implements RunningServer {
    private static final Duration GENTLE_END = Duration.ofSeconds(20);

    private final Process script;
    private final Thread endWithThisJvm;

    private ServerProcess(Process script) {
        this.script = script;
        this.endWithThisJvm = new Thread(this::end, "end-keycloak-" + script.pid());
    }

    static ServerProcess start(ProcessBuilder builder) throws IOException {
        ServerProcess process = new ServerProcess(builder.start());
        Runtime.getRuntime().addShutdownHook(process.endWithThisJvm);
        return process;
    }

    @Override
    public boolean isAlive() {
        return script.isAlive();
    }

    int waitFor() {
        try {
            return script.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for kc.sh", e);
        }
    }

    /** Process ids of the script and what it started. */
    @Override
    public List<Long> ids() {
        return script.toHandle().descendants().map(ProcessHandle::pid).toList();
    }

    /** SIGKILL to the server itself, as a power cut would. */
    @Override
    public void kill() {
        script.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
        if (!endsWithin(GENTLE_END)) {
            script.destroyForcibly();
        }
        forget();
    }

    @Override
    public void close() {
        end();
        forget();
    }

    private void end() {
        List<ProcessHandle> children = script.toHandle().descendants().toList();
        script.destroy();
        if (!endsWithin(GENTLE_END)) {
            script.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean endsWithin(Duration limit) {
        try {
            return script.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(endWithThisJvm);
        } catch (IllegalStateException e) {
            // This JVM is ending: the hook is running or has run.
            endWithThisJvm.setName("ending");
        }
    }
}
