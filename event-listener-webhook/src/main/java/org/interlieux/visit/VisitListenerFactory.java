package org.interlieux.visit;

import java.time.Clock;
import java.util.Set;
import org.interlieux.venue.http.GuardedHttp;
import org.interlieux.visit.ageing.AgeingDesk;
import org.interlieux.visit.delivery.DeliveryDesk;
import org.interlieux.visit.removal.Removals;
import org.interlieux.visit.verify.CheckDesk;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** The event listener {@code venue-visits}; it hears every realm, so that no admin can forget it. */
public final class VisitListenerFactory implements EventListenerProviderFactory {
    private static final String ID = "venue-visits";

    private Config.@Nullable Scope config;
    private @Nullable DeliveryDesk deliveries;
    private @Nullable AgeingDesk ageing;
    private @Nullable CheckDesk checks;

    /** What sends messages on this node. */
    public static DeliveryDesk deliveries(KeycloakSession session) {
        ProviderFactory<EventListenerProvider> factory =
                session.getKeycloakSessionFactory().getProviderFactory(EventListenerProvider.class, ID);
        if (factory instanceof VisitListenerFactory visits && visits.deliveries != null) {
            return visits.deliveries;
        }
        throw new IllegalStateException("Asked before the server has started");
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void init(Config.Scope scope) {
        this.config = scope;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent && config != null) {
                DeliveryDesk desk = new DeliveryDesk(factory, config);
                AgeingDesk ageingDesk = new AgeingDesk(factory, config, desk);
                deliveries = desk;
                ageing = ageingDesk;
                factory.register(new Removals(desk, ageingDesk, Clock.systemUTC()));
                desk.startSweeping();
                ageingDesk.start();
                CheckDesk checkDesk = new CheckDesk(factory, config);
                checks = checkDesk;
                checkDesk.start();
            }
        });
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        if (deliveries == null) {
            throw new IllegalStateException("Events before the server has started");
        }
        return new VisitListener(session, deliveries, Clock.systemUTC());
    }

    /** What is under way at the end still needs them. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(JpaConnectionProvider.class, GuardedHttp.class);
    }

    @Override
    public void close() {
        if (ageing != null) {
            ageing.close();
        }
        if (checks != null) {
            checks.close();
        }
        if (deliveries != null) {
            deliveries.close();
        }
    }
}
