package org.interlieux.it.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interlieux.it.browser.WindowOptions.phone;

import com.microsoft.playwright.Response;
import java.util.Map;
import org.interlieux.demo.DemoVenue;
import org.interlieux.it.browser.Browser;
import org.interlieux.it.browser.RealBrowser;
import org.interlieux.it.browser.Window;
import org.interlieux.it.browser.pages.ArrivalPage;
import org.interlieux.it.browser.pages.DenialPage;
import org.interlieux.it.browser.pages.DokosLoginPage;
import org.interlieux.it.browser.pages.DoorPage;
import org.interlieux.it.browser.pages.KeycloakPage;
import org.interlieux.it.browser.pages.PickerPage;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Steps of the story on a French phone, and what only a real browser shows of them; {@link StoryIT} has the rest. */
@ExtendWith({SharedKeycloak.class, RealBrowser.class})
class BrowserStoryIT {
    private static final int MOST_TABS = 20;

    private Scene scene;
    private Window window;

    @BeforeEach
    void set(KeycloakServer server, Browser browser) {
        scene = Scene.set(server);
        Map.of("atelier", "#9a3412", "fabrique", "#1d4ed8", "phare", "#0f766e")
                .forEach((venue, color) -> scene.federation().change(venue, Map.of("kcTheme-color", color)));
        window = browser.open(phone().french());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    @DisplayName("Steps 1 and 2: Ada enters La Fabrique with her phone, sees where she is, and leaves")
    void adaEntersAndLeaves() {
        DoorPage door = at(scene.fabrique());
        door.enter();
        PickerPage picker = new PickerPage(window);
        assertThat(picker.title()).isEqualTo("De quel lieu êtes-vous membre ?");
        picker.assertReadable("story-1-picker");

        ArrivalPage arrival = comeFromAtelier(Scene.ADA);
        assertThat(arrival.title()).isEqualTo("Vous arrivez à « La Fabrique »");
        assertThat(arrival.text()).contains("Ada Lemaire", "membre de « L'Atelier »", "Qui sera prévenu");
        arrival.assertReadable("story-1-arrival");

        arrival.arrive();
        door.assertInside();
        window.screenshot("story-1-inside");
        assertThat(scene.visits()).isEqualTo(1);

        door.leave();
        door.open().assertOutside();
    }

    @Test
    @DisplayName("Step 3: Bob is refused; in French he reads by whom and what to do")
    void bobIsRefused() {
        at(scene.fabrique()).enter();
        new PickerPage(window).choose("atelier");
        new DokosLoginPage(window).logIn(Scene.BOB, Scene.PASSWORD);

        DenialPage denial = new DenialPage(window);
        assertThat(denial.title()).isEqualTo("Vous ne pouvez pas entrer");
        assertThat(denial.text())
                .contains("L'Atelier n’a pas accepté votre passage à « La Fabrique »", "Rien n’a été enregistré");
        denial.assertReadable("story-3-denial");

        denial.goBackToService();
        assertThat(new DoorPage(window, scene.fabrique()).error()).contains("access_denied");
        assertThat(scene.visits()).isZero();
    }

    @Test
    @DisplayName("Step 6: from La Fabrique Ada goes on to Le Phare, first not, then with a tap")
    void adaMovesOn() {
        at(scene.fabrique()).enter();
        comeFromAtelier(Scene.ADA).arrive();
        new DoorPage(window, scene.fabrique()).assertInside();

        DoorPage phare = at(scene.phare());
        phare.enter();
        ArrivalPage arrival = new ArrivalPage(window);
        assertThat(arrival.moving()).isEqualTo("Votre passage à « La Fabrique » se terminera.");
        arrival.assertReadableAsItIs("story-6-moving");
        arrival.notNow();
        assertThat(phare.error()).contains("access_denied");
        assertThat(scene.visits()).isEqualTo(1);

        phare.open().enter();
        new ArrivalPage(window).arrive();
        phare.assertInside();
        assertThat(scene.visits()).isEqualTo(2);
    }

    @Test
    @DisplayName("Step 1, with the keyboard alone")
    void adaEntersWithoutAPointer() {
        at(scene.fabrique());
        press(DoorPage.ENTER);
        new PickerPage(window);
        press(PickerPage.venue("atelier"));
        new DokosLoginPage(window).typeIn(Scene.ADA, Scene.PASSWORD);
        new ArrivalPage(window);
        press(ArrivalPage.ARRIVE);

        new DoorPage(window, scene.fabrique()).assertInside();
    }

    @Test
    @DisplayName("No other site can show the arrival page in a frame and have it tapped")
    void arrivalPageCannotBeFramed() {
        at(scene.fabrique()).enter();
        comeFromAtelier(Scene.ADA);

        Response page = window.page().reload();

        new ArrivalPage(window);
        assertThat(page.headerValue("x-frame-options")).isEqualTo("SAMEORIGIN");
        assertThat(page.headerValue("content-security-policy")).contains("frame-ancestors 'self'");
    }

    @Test
    @DisplayName("When L'Atelier's answer cannot be trusted, the page says so; Keycloak's own pages look like ours")
    void otherPages() {
        scene.atelier().misbehaviour().alterIdToken(claims -> {
            claims.put("iss", "http://elsewhere.example");
            return claims;
        });
        at(scene.fabrique()).enter();
        new PickerPage(window).choose("atelier");
        new DokosLoginPage(window).logIn(Scene.ADA, Scene.PASSWORD);
        KeycloakPage error = new KeycloakPage(window, "#kc-page-title");
        assertThat(error.text()).contains("La réponse de votre lieu n’a pas pu être vérifiée");
        error.assertReadable("broker-error");

        at(scene.library()).enter();
        new PickerPage(window).useOwnAccount();
        new KeycloakPage(window, "#kc-form-login").assertReadable("own-account");
        window.page().fill("#username", "nobody");
        window.page().fill("#password", "nothing");
        window.page().click("#kc-login");
        new KeycloakPage(window, "#input-error-username").assertReadableAsItIs("own-account-error");

        window.open(scene.federation().url() + "/protocol/openid-connect/logout");
        new KeycloakPage(window, "#kc-logout");
        window.screenshot("logout-confirm");
        window.page().click("#kc-logout");
        new KeycloakPage(window, "#kc-info-message").assertReadableAsItIs("logout-info");
    }

    private DoorPage at(DemoVenue site) {
        return new DoorPage(window, site).open();
    }

    private ArrivalPage comeFromAtelier(String email) {
        new PickerPage(window).choose("atelier");
        new DokosLoginPage(window).logIn(email, Scene.PASSWORD);
        return new ArrivalPage(window);
    }

    /** Goes there with the tab key and presses Enter. */
    private void press(String selector) {
        for (int tab = 0; tab < MOST_TABS && !hasFocus(selector); tab++) {
            window.page().keyboard().press("Tab");
        }
        assertThat(hasFocus(selector))
                .as("%s can be reached with the tab key", selector)
                .isTrue();
        window.page().keyboard().press("Enter");
    }

    private boolean hasFocus(String selector) {
        return (boolean) window.page().evaluate("selector => document.activeElement.matches(selector)", selector);
    }
}
