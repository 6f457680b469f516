package org.interlieux.access.rules;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.interlieux.access.AccessQuestion;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/** The access question as a venue receives it. */
final class AccessRequest {
    /** Where a Dokos site with the federation app answers. */
    static final String METHOD = "federated_venue.api.user_access_to_federation";

    private AccessRequest() {}

    /** Where this venue is asked; empty when it says nowhere. */
    static Optional<URI> url(Venue home) {
        return home.setting(VenueKeys.ACCESS_URL)
                .or(() -> home.type() == VenueType.DOKOS
                        ? home.siteUrl().map(site -> site + "/api/method/" + METHOD)
                        : Optional.empty())
                .map(URI::create);
    }

    /** @param authorization the header, empty for none */
    static HttpPost of(URI url, AccessQuestion question, String authorization) throws IOException {
        Map<String, @Nullable String> body = new LinkedHashMap<>();
        body.put("user", question.member().user().getEmail());
        body.put("subject", question.member().subject());
        body.put("home_venue", question.home().alias());
        body.put("host_venue", question.host().alias());
        HttpPost request = new HttpPost(url);
        request.setHeader("Accept", "application/json");
        if (!authorization.isEmpty()) {
            request.setHeader("Authorization", authorization);
        }
        request.setEntity(new StringEntity(JsonSerialization.writeValueAsString(body), ContentType.APPLICATION_JSON));
        return request;
    }
}
