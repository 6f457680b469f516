package org.interlieux.it.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interlieux.it.browser.WindowOptions.phone;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.interlieux.it.browser.Browser;
import org.interlieux.it.browser.RealBrowser;
import org.interlieux.it.browser.Window;
import org.interlieux.it.browser.pages.ArrivalPage;
import org.interlieux.it.browser.pages.BadgePage;
import org.interlieux.it.browser.pages.DokosLoginPage;
import org.interlieux.it.browser.pages.KeycloakPage;
import org.interlieux.it.browser.pages.PickerPage;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The code at the door on a French phone, and on one that runs no scripts. */
@ExtendWith({SharedKeycloak.class, RealBrowser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadgePageBrowserIT {
    private Scene scene;
    private BadgeDoor fabrique;

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        Map.of("atelier", "#9a3412", "fabrique", "#1d4ed8")
                .forEach((venue, color) -> scene.federation().change(venue, Map.of("kcTheme-color", color)));
        fabrique = BadgeDoor.open(scene, "fabrique");
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void adaScansEntersLeavesAndReadsHerVisits(Browser browser) throws IOException {
        Window window = browser.open(phone().french()).open(fabrique.url());
        new PickerPage(window).choose("atelier");
        new DokosLoginPage(window).logIn(Scene.ADA, Scene.PASSWORD);
        new ArrivalPage(window).notNow();
        BadgePage declined = new BadgePage(window, "declined");
        assertThat(declined.text()).contains("Pas d’entrée", "Rien n’a été enregistré");
        declined.assertReadable("badge-declined");
        declined.again();
        new PickerPage(window).choose("atelier"); // where she is still logged in
        new ArrivalPage(window).arrive();

        BadgePage here = new BadgePage(window, "here");
        assertThat(here.title()).isEqualTo("Vous êtes à « La Fabrique »");
        assertThat(here.text()).contains("Depuis ", "Je repars", "Mes passages");
        assertThat(window.page().url()).isEqualTo(fabrique.url());
        here.assertReadable("badge-here");

        here.leave();
        BadgePage left = new BadgePage(window, "left");
        assertThat(left.title()).isEqualTo("Vous avez quitté « La Fabrique »");
        left.assertReadable("badge-left");
        window.page().reload();
        new BadgePage(window, "left").openMyVisits();

        KeycloakPage visits = new KeycloakPage(window, "#my-visits");
        assertThat(visits.text()).contains("La Fabrique", "Vous avez dit que vous repartiez.");
        visits.assertReadable("my-visits");
        Download file = window.page().waitForDownload(() -> window.page().click("#visits-file"));
        assertThat(file.suggestedFilename()).isEqualTo("visits.csv");
        assertThat(Files.readString(file.path())).contains("\"La Fabrique\";");
    }

    @Test
    void noOtherSitesFormMakesAnybodyLeaveNotEvenWithTheFormsToken(Browser browser) {
        Window window = browser.open(phone()).open(fabrique.url());
        new PickerPage(window).choose("phare");
        new KeycloakPage(window, "#username");
        window.page().fill("#username", Scene.DAN);
        window.page().fill("#password", Scene.PASSWORD);
        window.page().click("#kc-login");
        new ArrivalPage(window).arrive();
        new BadgePage(window, "here");
        String token = window.page().locator("input[name=stateChecker]").getAttribute("value");

        // Another port is another origin; as localhost it is the same site, so that the cookies go along.
        window.open("http://localhost:" + scene.library().url().getPort() + "/");
        window.page()
                .evaluate(
                        "([url, token]) => { const form = document.createElement('form'); form.method = 'post';"
                                + " form.action = url; form.innerHTML = '<input name=stateChecker>';"
                                + " form.firstChild.value = token; document.body.append(form); form.submit(); }",
                        List.of(fabrique.url(), token));

        assertThat(new BadgePage(window, "not-sent").text()).contains("Nothing was recorded");
        assertThat(scene.openVisits()).isEqualTo(1);
        window.open(fabrique.url());
        new BadgePage(window, "here").leave();
        new BadgePage(window, "left");
    }

    @Test
    void everythingWorksWithoutScripts(Browser browser) {
        Window window = browser.open(phone().withoutScripts()).open(fabrique.url());
        new PickerPage(window).choose("fabrique");
        new DokosLoginPage(window).logIn(Scene.CHLOE, Scene.PASSWORD);
        new ArrivalPage(window).arrive();
        BadgePage here = new BadgePage(window, "here");
        here.assertFitsWithoutScripts("badge-here-plain");
        here.leave();
        new BadgePage(window, "left").openMyVisits();
        assertThat(new KeycloakPage(window, "#my-visits").text()).contains("You said that you left.");
    }

    @Test
    void pagesForNobodyAreReadable(Browser browser) {
        Window window = browser.open(phone().french()).open(scene.federation().url() + "/badge/atelier");
        new BadgePage(window, "no-page").assertReadable("badge-no-page");
        window.open(scene.federation().url() + "/my-visits");
        new KeycloakPage(window, "#my-visits").assertReadable("my-visits-nobody");
    }
}
