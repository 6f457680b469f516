package org.interlieux.venue.claims;

import java.util.Optional;
import org.interlieux.venue.BadgeClient;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Member;
import org.interlieux.venue.OpenVisitProvider;
import org.interlieux.venue.Venue;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.IDToken;

/** Writes what a badge client is told, each time a token or an answer is made. */
public final class VenueClaims {
    static final String HOME_VENUE = "home_venue";
    static final String HOST_VENUE = "host_venue";
    static final String VISIT_ID = "visit_id";

    private final KeycloakSession session;
    private final BadgeClient badge;

    public VenueClaims(KeycloakSession session, BadgeClient badge) {
        this.session = session;
        this.badge = badge;
    }

    /** Who the member is for this client's host, also while that host is disabled; never who they are elsewhere. */
    public String subject(UserModel user) {
        Venue venue = badge.venue();
        return venue == null
                ? PairwiseSubject.ofOrphan(badge.clientId(), user.getId())
                : PairwiseSubject.of(venue, user.getId());
    }

    /** Takes out of a token what this client's host may not know of a member; the client's scopes cannot add to it. */
    public void protect(IDToken token, UserModel user, ReleasedEmail email) {
        RealmModel realm = session.getContext().getRealm();
        Optional<Venue> host = badge.host();
        host.ifPresentOrElse(venue -> email.write(token, venue, user), () -> ReleasedEmail.remove(token));
        boolean ownMember = Member.of(session, realm, user)
                .filter(member -> host.filter(
                                venue -> venue.id().equals(member.home().id()))
                        .isPresent())
                .isPresent();
        ShownMember shown =
                ownMember ? ShownMember.NAME : FederationSettings.of(realm).hostSeesMember();
        ReleasedName.write(token, shown.of(user));
    }

    /** No open visit here, no visit claims; and none in an answer that this client did not ask for with a code. */
    public void writeVisit(IDToken token, UserModel user, ClientSessionContext context) {
        if (!new TokenOrigin(session, context).isCode(token)) {
            return;
        }
        RealmModel realm = session.getContext().getRealm();
        OpenVisitProvider visits = session.getProvider(OpenVisitProvider.class);
        Optional<Venue> host = badge.host();
        Optional<Member> member = Member.of(session, realm, user);
        if (visits == null || host.isEmpty() || member.isEmpty()) {
            return;
        }
        visits.openVisit(realm, user.getId(), host.get()).ifPresent(visit -> {
            token.setOtherClaims(HOME_VENUE, member.get().home().alias());
            token.setOtherClaims(HOST_VENUE, host.get().alias());
            token.setOtherClaims(VISIT_ID, visit);
        });
    }
}
