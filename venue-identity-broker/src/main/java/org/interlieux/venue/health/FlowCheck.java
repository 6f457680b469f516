package org.interlieux.venue.health;

import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.interlieux.venue.VenueVisitMapper;
import org.interlieux.venue.settings.VenueFlows;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.ProtocolMapperEntity;

/** Looks for ways into a login that only the arrival page guards. */
record FlowCheck(KeycloakSession session) implements HealthCheck {
    private static final int MAX_CLIENTS = 50;

    /** A client and the browser flow of its own. */
    private record OwnFlow(String clientId, String flowId) {}

    @Override
    public List<Finding> ofRealm(RealmModel realm) {
        List<Finding> findings = new ArrayList<>();
        if (realm.getBrowserFlow() == null
                || !VenueFlows.holdsAccessStep(realm, realm.getBrowserFlow().getId())) {
            findings.add(Finding.warning(
                    "browser-flow-without-step",
                    "The realm's browser flow does not hold the step federation-access, so after a login by cookie only"
                            + " the arrival page asks the access rule: bind the flow 'federation browser', or add the"
                            + " step to yours"));
        }
        ownFlows(realm)
                .filter(client -> !VenueFlows.holdsAccessStep(realm, client.flowId()))
                .map(client -> Finding.warning(
                        "client-flow-without-step",
                        "The badge client " + client.clientId() + " has a browser flow of its own without the step"
                                + " federation-access, so only the arrival page asks the access rule: take the"
                                + " override away, or add the step to that flow"))
                .forEach(findings::add);
        return findings;
    }

    private Stream<OwnFlow> ownFlows(RealmModel realm) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select c.clientId as client, value(flow) as flow from " + ProtocolMapperEntity.class.getName()
                                + " m join m.client c join c.authFlowBindings flow where m.protocolMapper = :mapper"
                                + " and c.realmId = :realm and key(flow) = 'browser'",
                        Tuple.class)
                .setParameter("mapper", VenueVisitMapper.PROVIDER_ID)
                .setParameter("realm", realm.getId())
                .setMaxResults(MAX_CLIENTS)
                .getResultStream()
                .map(row -> new OwnFlow(row.get("client", String.class), row.get("flow", String.class)));
    }
}
