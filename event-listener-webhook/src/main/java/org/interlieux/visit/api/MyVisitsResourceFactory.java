package org.interlieux.visit.api;

import org.interlieux.visit.member.MyVisitsAddress;
import org.keycloak.models.KeycloakSession;

/** Puts {@code my-visits} under the paths of every realm. */
public final class MyVisitsResourceFactory extends RealmPath {
    @Override
    public String getId() {
        return MyVisitsAddress.PATH;
    }

    @Override
    protected Object resource(KeycloakSession session) {
        return new MyVisitsResource(session);
    }
}
