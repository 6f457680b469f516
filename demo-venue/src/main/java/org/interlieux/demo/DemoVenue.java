package org.interlieux.demo;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.interlieux.demo.site.Site;
import org.interlieux.demo.site.VisitorSession;
import org.interlieux.demo.store.Json;
import org.interlieux.demo.store.SiteStore;

/** A running stand-in for a venue's Dokos site, for the demo and the tests. */
public final class DemoVenue implements AutoCloseable {
    private final Site site;
    private final Misbehaviour misbehaviour;
    private final Javalin server;

    private DemoVenue(Site site, Misbehaviour misbehaviour, Javalin server) {
        this.site = site;
        this.misbehaviour = misbehaviour;
        this.server = server;
    }

    /**
     * Starts a site.
     *
     * @param storeFile where it keeps what must survive a restart; made when there is none
     * @throws IllegalArgumentException when the store is broken
     * @throws IllegalStateException when the port is not free
     */
    public static DemoVenue start(SiteSettings settings, Path storeFile) {
        return start(settings, storeFile, Clock.systemUTC());
    }

    static DemoVenue start(SiteSettings settings, Path storeFile, Clock clock) {
        requireFreePort(settings);
        Misbehaviour misbehaviour = new Misbehaviour();
        Site site = new Site(settings, SiteStore.open(storeFile), misbehaviour, clock);
        Javalin server = Javalin.create(config -> configure(config, site));
        try {
            server.start();
        } catch (JavalinBindException e) {
            throw portNotFree(settings, e);
        }
        site.listensOn(server.port());
        return new DemoVenue(site, misbehaviour, server);
    }

    /** Asked beforehand, because the server reports it with a page of stack traces. */
    private static void requireFreePort(SiteSettings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(settings.bindAddress(), settings.port()));
        } catch (IOException e) {
            throw portNotFree(settings, e);
        }
    }

    private static IllegalStateException portNotFree(SiteSettings settings, Exception cause) {
        return new IllegalStateException(
                "%s cannot start: port %d of %s is not free (%s)"
                        .formatted(settings.name(), settings.port(), settings.bindAddress(), cause.getMessage()),
                cause);
    }

    private static void configure(JavalinConfig config, Site site) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.host = site.settings().bindAddress();
        config.jetty.port = site.settings().port();
        config.jetty.modifyServletContextHandler(context -> context.setSessionHandler(VisitorSession.handler(site)));
        // Answers must leave as they are made, byte by byte where a test wants that.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jsonMapper(new JavalinJackson(Json.LENIENT, false));
        new Routes(site).add(config.routes);
    }

    /** How browsers and Keycloak reach the site, without a slash at the end. */
    public URI url() {
        return site.url();
    }

    public Misbehaviour misbehaviour() {
        return misbehaviour;
    }

    public void changeFederation(Federation federation) {
        site.federation(federation);
    }

    public void changeOAuthClient(OAuthClient client) {
        site.oauthClient(client);
    }

    public void changeWebhookKey(String key) {
        site.webhookKey(key);
    }

    @Override
    public void close() {
        server.stop();
    }

    /** {@code --settings=<file.json> --store=<file>} */
    public static void main(String[] args) {
        CommandLine.run(args);
    }
}
