package org.interlieux.it.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** A door that records visits, which can be switched off. */
final class Gate {
    private static final String ID = "gate";

    private final Federation federation;
    private final Service service;
    private final ProtocolMappersResource mappers;
    private final ProtocolMapperRepresentation mapper;

    Gate(Federation federation, String host) {
        this.federation = federation;
        service = federation.add(ServiceSettings.badgeClient(ID, host));
        var clients = federation.realm().clients();
        mappers = clients.get(clients.findByClientId(ID).get(0).getId()).getProtocolMappers();
        mapper = mappers.getMappers().get(0);
    }

    /** Lets logins from now on record visits, or only ask the rule; the next one finds the client in the server's cache. */
    void recordsVisits(boolean records) {
        mapper.getConfig().put("recordsVisits", Boolean.toString(records));
        mappers.update(mapper.getId(), mapper);
        new SwiftVisitor().open(service.loginUrl()).showing("name=\"venue\"");
    }

    /** The arrival page, for a member with a session. */
    SwiftForm openBy(SwiftVisitor member) {
        return member.open(service.loginUrl()).formWith("choice");
    }

    /** The open visits, as an admin reads them. */
    List<String> openVisits() {
        List<String> ids = new ArrayList<>();
        federation
                .interlieux("visits?state=open")
                .path("visits")
                .forEach(open -> ids.add(open.path("visit").path("id").asText()));
        return ids;
    }

    /** Ends a visit as an admin does; gives the size of the answer. */
    int close(String visit) {
        return federation
                .admin()
                .post(federation.path("/interlieux/visits/" + visit + "/close"), null)
                .toString()
                .length();
    }
}
