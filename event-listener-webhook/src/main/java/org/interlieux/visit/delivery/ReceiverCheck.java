package org.interlieux.visit.delivery;

import java.util.List;
import org.interlieux.venue.Venue;
import org.interlieux.venue.health.Finding;
import org.interlieux.venue.health.HealthCheck;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Looks how a venue's messages fare. */
record ReceiverCheck(KeycloakSession session) implements HealthCheck {
    @Override
    public List<Finding> ofVenue(RealmModel realm, Venue venue) {
        return new Receivers(session).of(venue.id()).map(ReceiverCheck::finding).orElse(List.of());
    }

    private static List<Finding> finding(Receiver receiver) {
        String error = receiver.lastError() + " (last success: "
                + (receiver.successAt() == null ? "never" : receiver.successAt()) + ")";
        return switch (receiver.standing()) {
            case FAILING ->
                List.of(Finding.error(
                        "webhook-failing",
                        "No message has arrived at its webhookUrl since " + receiver.failedSince() + ": " + error
                                + ". Its deliveries wait, and leave after the first that arrives; mend the site, or correct"
                                + " webhookUrl"));
            case PAUSED ->
                List.of(Finding.error(
                        "webhook-paused",
                        "Its site answered 410 Gone at " + receiver.failedSince()
                                + " or later, so nothing is sent to it and"
                                + " its deliveries wait. Correct webhookUrl, or save the venue as it is to go on; clear"
                                + " webhookUrl if it is not to be told any more"));
            case OK, GONE -> List.of();
        };
    }
}
