package org.interlieux.it.demo;

import org.interlieux.it.Directories;
import org.interlieux.it.server.KeycloakServer;

/** A federation on this machine: Keycloak with our extensions, and the sites of its venues. Runs until Ctrl-C. */
public final class Demo {
    private Demo() {}

    /** Options are system properties, see the README. */
    public static void main(String[] args) throws InterruptedException {
        DemoPorts.requireFree();
        DemoData data = DemoData.open(Directories.work(), System.getProperty("demo.reset") != null);
        System.out.println("Keycloak is starting; the first time takes about a minute.");
        KeycloakServer server = KeycloakServer.options()
                .in(data.directory())
                .name("keycloak")
                .port(DemoPort.KEYCLOAK.number())
                .managementPort(DemoPort.KEYCLOAK_MANAGEMENT.number())
                .start();
        DemoRealms realms = new DemoRealms(server.admin());
        if (!data.isComplete()) {
            realms.importAll();
            data.complete();
        }
        DemoSites sites = DemoSites.start(realms, data);
        Runtime.getRuntime().addShutdownHook(new Thread(sites::close, "end-sites"));
        System.out.println(new Welcome(sites.settings(), server.logFile()));
        Thread.currentThread().join();
    }
}
