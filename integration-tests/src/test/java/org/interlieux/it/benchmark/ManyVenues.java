package org.interlieux.it.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.interlieux.it.server.AdminApi;

/** Fills a realm with identity providers, hundreds at a time. Nobody logs in at them; their sites do not exist. */
final class ManyVenues {
    private static final int AT_A_TIME = 250;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KINDS = List.of(
            "L'Atelier", "La Fabrique", "Le Phare", "Le Hangar", "La Ruche", "L'Établi", "Le Comptoir", "La Grange");
    private static final List<String> OF = List.of(
            "du Port", "des Lices", "de l'Écluse", "du Canal", "Saint-Éloi", "des Carmes", "de la Gare", "du Marché");
    private static final List<String> CITIES = List.of(
            "Nantes", "Rennes", "Brest", "Angers", "Orléans", "Béziers", "Nîmes", "Saint-Étienne", "Besançon", "Metz");

    private final AdminApi admin;
    private final String realm;

    ManyVenues(AdminApi admin, String realm) {
        this.admin = admin;
        this.realm = realm;
    }

    /** Dokos sites with what makes them findable. */
    void addVenues(int number) {
        add(number, ManyVenues::venue);
    }

    /** Keycloak's own OpenID Connect providers, with the same names. */
    void addStockProviders(int number) {
        add(number, ManyVenues::stock);
    }

    private void add(int number, IntFunction<ObjectNode> provider) {
        for (int from = 0; from < number; from += AT_A_TIME) {
            ObjectNode batch = JSON.createObjectNode().put("ifResourceExists", "FAIL");
            ArrayNode providers = batch.putArray("identityProviders");
            IntStream.range(from, Math.min(number, from + AT_A_TIME))
                    .mapToObj(provider)
                    .forEach(providers::add);
            admin.post("/realms/" + realm + "/partialImport", batch.toString());
        }
    }

    /** All have equally many settings, so that it does not matter which of them a page shows. */
    private static ObjectNode venue(int i) {
        String site = "https://site-" + i + ".example";
        ObjectNode venue = provider(i, "dokos");
        venue.put("firstBrokerLoginFlowAlias", "federation first login");
        venue.withObject("config")
                .put("siteUrl", site)
                .put("kcTheme-city", CITIES.get(i % CITIES.size()))
                .put("kcTheme-color", "#%06x".formatted(i * 4_099 % 0x1000000))
                .put("abbreviation", "V" + i)
                .put("emailDomains", "site-" + i + ".example")
                .put("accessRule", "ask-venue")
                .put("webhookUrl", site + "/visits");
        return venue;
    }

    private static ObjectNode stock(int i) {
        ObjectNode provider = provider(i, "oidc");
        ObjectNode config = provider.withObject("config");
        config.put("authorizationUrl", "https://site-" + i + ".example/authorize");
        config.put("tokenUrl", "https://site-" + i + ".example/token");
        config.put("issuer", "https://site-" + i + ".example");
        return provider;
    }

    private static ObjectNode provider(int i, String type) {
        ObjectNode provider = JSON.createObjectNode();
        provider.put("alias", "venue-" + i);
        provider.put("providerId", type);
        provider.put("displayName", KINDS.get(i % KINDS.size()) + " " + OF.get(i / KINDS.size() % OF.size()) + " " + i);
        provider.put("enabled", true);
        provider.withObject("config")
                .put("clientId", "keycloak")
                .put("clientSecret", "a-client-secret-of-more-than-32-characters");
        return provider;
    }
}
