package org.interlieux.visit.member;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.interlieux.visit.ledger.VisitCursor;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.urls.UrlType;

/** Where members read their own visits. */
public record MyVisitsAddress(KeycloakSession session) {
    public static final String PATH = "my-visits";

    /** Below it: all of them in a file. */
    public static final String FILE = "visits.csv";

    static final String BEFORE = "before";

    public URI page() {
        return builder().build(realm());
    }

    URI before(VisitCursor cursor) {
        return builder().queryParam(BEFORE, cursor).build(realm());
    }

    URI file() {
        return builder().path(FILE).build(realm());
    }

    private UriBuilder builder() {
        return RealmsResource.realmBaseUrl(session.getContext().getUri(UrlType.FRONTEND))
                .path(PATH);
    }

    private String realm() {
        return session.getContext().getRealm().getName();
    }
}
