package org.interlieux.access.unknown;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.interlieux.access.AccessQuestion;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Keeps them in the database, so that they count on every node and after a restart. */
public final class StoredLastAnswers implements LastAnswers {
    private final KeycloakSession session;

    public StoredLastAnswers(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void granted(AccessQuestion question, Instant at) {
        entities()
                .createQuery("INSERT INTO LastAnswerEntity (userId, hostId, homeId, realmId, grantedAt)"
                        + " VALUES (:user, :host, :home, :realm, :at)"
                        + " ON CONFLICT (userId, hostId) DO UPDATE SET homeId = :home, grantedAt = :at")
                .setParameter("user", question.member().user().getId())
                .setParameter("host", question.host().id())
                .setParameter("home", question.home().id())
                .setParameter("realm", session.getContext().getRealm().getId())
                .setParameter("at", at.toEpochMilli())
                .executeUpdate();
    }

    /** Who is refused at one host has lost something that counts at the others too. */
    @Override
    public void denied(AccessQuestion question) {
        forgetMember(question.member().user().getId());
    }

    @Override
    public Optional<Instant> lastGrant(AccessQuestion question) {
        LastAnswerEntity.Key key = new LastAnswerEntity.Key(
                question.member().user().getId(), question.host().id());
        return Optional.ofNullable(entities().find(LastAnswerEntity.class, key))
                .filter(row -> question.home().id().equals(row.homeId))
                .map(row -> Instant.ofEpochMilli(row.grantedAt));
    }

    /** The member is gone. */
    public void forgetMember(String userId) {
        delete("userId", userId);
    }

    /** The venue is gone: nobody comes from it, and nobody enters it. */
    public void forgetVenue(String venueId) {
        delete("homeId", venueId);
        delete("hostId", venueId);
    }

    /** They are too old for anybody to know them. */
    public void forgetBefore(String realmId, Instant moment) {
        entities()
                .createQuery("delete from LastAnswerEntity where realmId = :realm and grantedAt < :moment")
                .setParameter("realm", realmId)
                .setParameter("moment", moment.toEpochMilli())
                .executeUpdate();
    }

    /** The realm is gone. */
    public void forgetRealm(String realmId) {
        delete("realmId", realmId);
    }

    private void delete(String column, String value) {
        entities()
                .createQuery("delete from LastAnswerEntity where " + column + " = :value")
                .setParameter("value", value)
                .executeUpdate();
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
