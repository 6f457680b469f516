package org.interlieux.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.htmlunit.http.Cookie;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * What a decision and a tap are worth: one entry of one member at one host, by the login (the browser's tab) that they were made in.
 * How long they are worth something is in {@code DecisionNoteTest}.
 */
@ExtendWith(SharedKeycloak.class)
class OneTapIT {
    private static final Map<String, String> ARRIVE = Map.of("choice", "arrive");

    private Scene scene;
    private Door fabrique;
    private final Guest guest = new Guest();

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        fabrique = Door.of(scene);
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);
    }

    @AfterEach
    void close() {
        guest.close();
        scene.close();
    }

    @Test
    void tapAtOneHostIsNoneAtAnotherInTheNextTab() {
        Door phare = Door.of(scene, "phare", client -> {});
        Guest next = guest.inNewTab();
        guest.open(fabrique.service().loginUrl());
        next.open(phare.service().loginUrl());

        guest.arrive();

        assertThat(guest.visitor().parameter("code")).isPresent();
        assertThat(scene.visits()).isEqualTo(1);
        next.open(next.visitor().location());
        assertThat(next.seesArrivalPage()).isTrue();
        assertThat(next.visitor().text("#arrival-moving")).contains("La Fabrique");
        assertThat(scene.visits()).isEqualTo(1);
        next.arrive();
        assertThat(scene.visits()).isEqualTo(2);
    }

    @Test
    void twoTabsAtOneHostMakeOneVisit() {
        Guest next = guest.inNewTab();
        guest.open(fabrique.service().loginUrl());
        next.open(fabrique.service().loginUrl());
        VisitBooks books = VisitBooks.of(scene);

        guest.arrive();
        next.arrive();

        String visit = fabrique.assertTellsVisit(
                fabrique.service().tokens(guest.visitor().code()));
        assertThat(fabrique.assertTellsVisit(
                        fabrique.service().tokens(next.visitor().code())))
                .isEqualTo(visit);
        books.assertOneEntry(visit);
    }

    /** Without scripts a double tap sends the form twice; the second one comes when the login is over. */
    @Test
    void secondTapComesAfterTheFirstToTheSameVisit() {
        guest.open(fabrique.service().loginUrl());
        String form = form(guest);
        Set<Cookie> cookies = Set.copyOf(guest.visitor().cookies());
        VisitBooks books = VisitBooks.of(scene);
        guest.arrive();
        String visit = fabrique.assertTellsVisit(
                fabrique.service().tokens(guest.visitor().code()));

        guest.visitor().bringBack(cookies).post(form, ARRIVE);

        assertThat(guest.seesDenial()).as(guest.visitor().text()).isFalse();
        assertThat(fabrique.assertTellsVisit(
                        fabrique.service().tokens(guest.visitor().code())))
                .isEqualTo(visit);
        books.assertOneEntry(visit);
    }

    @Test
    void decisionOfOneTabIsNoneInTheNext() {
        guest.open(fabrique.service().loginUrl());
        Scene.control(scene.atelier(), "{\"credits\": {\"" + Scene.ADA + "\": false}}");

        Guest next = guest.inNewTab().open(fabrique.service().loginUrl());

        assertThat(next.seesDenial()).isTrue();
        assertThat(scene.visits()).isZero();
    }

    @Test
    void decisionAboutOneMemberIsNoneForTheNextInTheSameBrowser() {
        scene.federation().change(Door.FABRIQUE, Map.of("acceptedHomeVenues", "atelier"));
        guest.open(fabrique.service().loginUrl());
        String adasForm = form(guest);

        guest.visitor().click("#other-venue");
        guest.choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
        assertThat(guest.seesDenial()).as(guest.visitor().text()).isTrue();
        guest.visitor().post(adasForm, ARRIVE);

        assertThat(guest.visitor().parameter("code")).isEmpty();
        assertThat(scene.visits()).isZero();
    }

    @Test
    void decisionAboutOneHostIsNoneForTheNextThatTheClientGets() {
        guest.open(fabrique.service().loginUrl());
        nowBelongsTo("phare");

        guest.arrive();

        assertThat(guest.seesArrivalPage()).isTrue();
        assertThat(guest.visitor().text()).contains("You are arriving at Le Phare");
        assertThat(scene.visits()).isZero();
    }

    @Test
    void tapThatWasUsedIsNotUsedAgain() {
        guest.open(fabrique.service().loginUrl());
        String page = guest.visitor().location();
        String form = form(guest);
        VisitBooks books = VisitBooks.of(scene);
        guest.arrive();
        var tokens = fabrique.service().tokens(guest.visitor().code());
        books.assertOneEntry(fabrique.assertTellsVisit(tokens));
        VisitBooks arrived = VisitBooks.of(scene);

        guest.visitor().post(form, ARRIVE);
        guest.open(page);
        arrived.assertUnchanged();

        guest.open(fabrique.service().logoutUrl(tokens.idToken()));
        assertThat(scene.openVisits()).isZero();
        VisitBooks left = VisitBooks.of(scene);
        guest.visitor().post(form, ARRIVE);
        guest.open(page);
        left.assertUnchanged();
    }

    @Test
    void tapNeedsTheFormOfThisVeryLogin() {
        guest.open(fabrique.service().loginUrl());
        String page = guest.visitor().location();
        String form = form(guest);

        guest.open(form + "&choice=arrive");
        assertThat(guest.seesArrivalPage()).isTrue();
        guest.visitor().post(page, ARRIVE);
        assertThat(guest.seesArrivalPage()).isTrue();
        try (Guest chloe = new Guest()) {
            chloe.open(fabrique.service().loginUrl()).choose("fabrique").logInAsDokosMember(Scene.CHLOE);
            for (String stolen : List.of(form, page)) {
                chloe.visitor().post(stolen, ARRIVE);
                assertThat(chloe.visitor().parameter("code")).isEmpty();
            }
        }

        assertThat(scene.visits()).isZero();
    }

    private static String form(Guest guest) {
        return guest.visitor().attribute("form.il-actions", "action");
    }

    private void nowBelongsTo(String host) {
        var clients = scene.federation().realm().clients();
        var mappers = clients.get(clients.findByClientId(fabrique.service().clientId())
                        .get(0)
                        .getId())
                .getProtocolMappers();
        ProtocolMapperRepresentation mapper = mappers.getMappers().stream()
                .filter(candidate -> candidate.getProtocolMapper().equals("venue-visit"))
                .findFirst()
                .orElseThrow();
        mapper.getConfig().put("venue", host);
        mappers.update(mapper.getId(), mapper);
    }
}
