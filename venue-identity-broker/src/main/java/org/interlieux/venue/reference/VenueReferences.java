package org.interlieux.venue.reference;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueVisitMapper;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.IdentityProviderEntity;
import org.keycloak.models.jpa.entities.ProtocolMapperEntity;

/**
 * The badge clients and the hosts of a realm that name venues. An alias can be used again, so a reference to a removed
 * venue is crossed out: nobody enters by it, and a new venue of the same alias does not inherit it.
 */
public final class VenueReferences {
    /** No alias holds a space, so what ends so names no venue. */
    private static final String REMOVED = " (removed)";

    /** What a setting names. */
    private record Reference(String id, String text) {}

    private final KeycloakSession session;
    private final RealmModel realm;

    public VenueReferences(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Crosses out what names this alias. */
    public void crossOut(String alias) {
        replace(alias, alias + REMOVED);
    }

    /** Takes that back. */
    public void restore(String alias) {
        replace(alias + REMOVED, alias);
    }

    /** Ids of the clients whose mapper names no venue of this realm. */
    public List<String> clientsWithoutVenue(int max) {
        return mappers().stream()
                .filter(mapper ->
                        session.identityProviders().getByAlias(mapper.text().trim()) == null)
                .map(Reference::id)
                .limit(max)
                .toList();
    }

    private void replace(String old, String now) {
        mappers().stream()
                .filter(mapper -> mapper.text().trim().equals(old))
                .flatMap(mapper -> Stream.ofNullable(realm.getClientById(mapper.id())))
                .forEach(client -> replaceHost(client, now));
        accepting().stream()
                .filter(host -> aliases(host.text()).contains(old))
                .flatMap(host -> Stream.ofNullable(session.identityProviders().getByAlias(host.id())))
                .forEach(host -> replaceAccepted(host, old, now));
    }

    private static void replaceHost(ClientModel client, String now) {
        List<ProtocolMapperModel> mappers = client.getProtocolMappersStream()
                .filter(mapper -> VenueVisitMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()))
                .toList();
        for (ProtocolMapperModel mapper : mappers) {
            Map<String, String> config = new HashMap<>(mapper.getConfig());
            config.put(VenueVisitMapper.VENUE, now);
            mapper.setConfig(config);
            client.updateProtocolMapper(mapper);
        }
    }

    private void replaceAccepted(IdentityProviderModel host, String old, String now) {
        List<String> accepted =
                new ArrayList<>(aliases(host.getConfig().getOrDefault(VenueKeys.ACCEPTED_HOME_VENUES, "")));
        accepted.replaceAll(alias -> alias.equals(old) ? now : alias);
        host.getConfig().put(VenueKeys.ACCEPTED_HOME_VENUES, String.join(Constants.CFG_DELIMITER, accepted));
        session.identityProviders().update(host);
    }

    private static List<String> aliases(String joined) {
        return List.of(Constants.CFG_DELIMITER_PATTERN.split(joined));
    }

    /** Keycloak finds no client by what its mappers say, and reading every client would be slow. */
    private List<Reference> mappers() {
        return references(entities()
                .createQuery(
                        "select m.client.id as id, value(setting) as text from " + ProtocolMapperEntity.class.getName()
                                + " m join m.config setting where m.protocolMapper = :mapper"
                                + " and m.client.realmId = :realm and key(setting) = :key",
                        Tuple.class)
                .setParameter("mapper", VenueVisitMapper.PROVIDER_ID)
                .setParameter("realm", realm.getId())
                .setParameter("key", VenueVisitMapper.VENUE)
                .getResultList());
    }

    private List<Reference> accepting() {
        return references(entities()
                .createQuery(
                        "select v.alias as id, value(setting) as text from " + IdentityProviderEntity.class.getName()
                                + " v join v.config setting where v.realmId = :realm and key(setting) = :key",
                        Tuple.class)
                .setParameter("realm", realm.getId())
                .setParameter("key", VenueKeys.ACCEPTED_HOME_VENUES)
                .getResultList());
    }

    private static List<Reference> references(List<Tuple> rows) {
        return rows.stream()
                .map(row -> new Reference(row.get("id", String.class), row.get("text", String.class)))
                .toList();
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
