package org.interlieux.venue.directory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.IdentityProviderEntity;

/**
 * Reads what venues are found by with two statements, however many there are. Keycloak's own list reads each identity
 * provider's settings with one more statement.
 */
final class VenueRows {
    private static final List<String> KEYS =
            List.of(VenueKeys.ABBREVIATION, VenueKeys.CITY, VenueKeys.SITE_URL, VenueKeys.EMAIL_DOMAINS);
    private static final List<String> TYPES =
            Arrays.stream(VenueType.values()).map(VenueType::providerId).toList();
    private static final List<String> HOME_TYPES = Arrays.stream(VenueType.values())
            .filter(VenueType::isHome)
            .map(VenueType::providerId)
            .toList();

    private final EntityManager entities;

    VenueRows(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Of every realm. */
    List<VenueRow> all() {
        return rows(entities.createQuery(venues(""), Tuple.class), entities.createQuery(settings(""), Tuple.class));
    }

    /** Of one realm; those that are gone are missing. */
    List<VenueRow> of(String realmId, Collection<String> aliases) {
        String named = " and v.realmId = :realm and v.alias in (:aliases)";
        return rows(
                entities.createQuery(venues(named), Tuple.class)
                        .setParameter("realm", realmId)
                        .setParameter("aliases", aliases),
                entities.createQuery(settings(named), Tuple.class)
                        .setParameter("realm", realmId)
                        .setParameter("aliases", aliases));
    }

    private static String venues(String which) {
        return "select v.realmId as realmId, v.internalId as id, v.alias as alias, v.providerId as type,"
                + " v.displayName as name, v.enabled as enabled, v.linkOnly as linkOnly, v.hideOnLogin as hidden from "
                + IdentityProviderEntity.class.getName() + " v where v.providerId in (:types)" + which;
    }

    private static String settings(String which) {
        return "select v.internalId as id, key(setting) as name, value(setting) as text from "
                + IdentityProviderEntity.class.getName()
                + " v join v.config setting where v.providerId in (:types) and key(setting) in (:keys)" + which;
    }

    private static List<VenueRow> rows(TypedQuery<Tuple> venues, TypedQuery<Tuple> settings) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        settings.setParameter("types", TYPES)
                .setParameter("keys", KEYS)
                .getResultList()
                .forEach(row -> texts.computeIfAbsent(row.get("id", String.class), id -> new HashMap<>())
                        .put(row.get("name", String.class), row.get("text", String.class)));
        return venues.setParameter("types", TYPES).getResultList().stream()
                .map(row -> row(row, texts.getOrDefault(row.get("id", String.class), Map.of())))
                .toList();
    }

    private static VenueRow row(Tuple row, Map<String, String> settings) {
        boolean offered = isTrue(row, "enabled")
                && !isTrue(row, "linkOnly")
                && !isTrue(row, "hidden")
                && Set.copyOf(HOME_TYPES).contains(row.get("type", String.class));
        return new VenueRow(
                row.get("realmId", String.class),
                row.get("id", String.class),
                row.get("alias", String.class),
                offered,
                row.get("name", String.class),
                settings.get(VenueKeys.ABBREVIATION),
                settings.get(VenueKeys.CITY),
                settings.get(VenueKeys.SITE_URL),
                settings.get(VenueKeys.EMAIL_DOMAINS));
    }

    private static boolean isTrue(Tuple row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
