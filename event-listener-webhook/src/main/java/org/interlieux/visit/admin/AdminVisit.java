package org.interlieux.visit.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.message.ShownVisit;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * A visit as an admin sees it.
 *
 * @param user the member's Keycloak user id; null once the visit is anonymous
 */
public record AdminVisit(
        @Nullable String user, @JsonUnwrapped ShownVisit visit) {
    static AdminVisit of(Visit visit, KeycloakSession session) {
        return new AdminVisit(visit.userId(), ShownVisit.withoutMember(visit, session));
    }
}
