package org.interlieux.it.access;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interlieux.it.browser.Browser;
import org.interlieux.it.browser.RealBrowser;
import org.interlieux.it.browser.Window;
import org.interlieux.it.browser.pages.ArrivalPage;
import org.interlieux.it.browser.pages.DokosLoginPage;
import org.interlieux.it.browser.pages.DoorPage;
import org.interlieux.it.browser.pages.PickerPage;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A web page that a logged-in member happens to look at cannot make them enter anywhere, even if the host venue itself made that page.
 * At a plain service the same tricks do log them in, which shows that they work.
 */
@ExtendWith({SharedKeycloak.class, RealBrowser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForcedEntryIT {
    private static final String FORM = "form.il-actions";

    /** The second while the first is on its way. */
    private static final String TWO_TAPS = """
            selector => {
                const button = document.querySelector(selector);
                button.click();
                setTimeout(() => { button.click(); console.log('tapped twice'); }, 500);
            }""";

    private final HostileSite hostile = HostileSite.open();
    private Scene scene;
    private Service door;
    private Service service;
    private Window window;

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        door = scene.federation()
                .add(ServiceSettings.badgeClient("hostile-door", Door.FABRIQUE).redirectUri(hostile.url("/door")));
        service = scene.federation().add(ServiceSettings.service("plain").redirectUri(hostile.url("/service")));
    }

    @BeforeEach
    void adaIsLoggedIn(Browser browser) {
        window = browser.open();
        DoorPage library = new DoorPage(window, scene.library()).open();
        library.enter();
        new PickerPage(window).choose("atelier");
        new DokosLoginPage(window).logIn(Scene.ADA, Scene.PASSWORD);
        library.assertInside();
    }

    @AfterEach
    void forgetEverybody() {
        scene.federation()
                .users()
                .forEach(user ->
                        scene.federation().realm().users().get(user.getId()).remove());
    }

    @AfterAll
    void close() {
        hostile.close();
        scene.close();
    }

    @ParameterizedTest
    @EnumSource
    void pageThatSendsTheBrowserToALoginRecordsNothing(Trick trick) {
        VisitBooks books = VisitBooks.of(scene);
        for (Map<String, String> how : List.of(Map.<String, String>of(), Map.of("prompt", "none"))) {
            visit(trick, service.loginUrl(how));
            await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(hostile.called("/service"))
                    .anyMatch(call -> call.contains("code=")));

            visit(trick, door.loginUrl(how));
            if (how.isEmpty() && (trick == Trick.REDIRECT || trick == Trick.POPUP)) {
                await().atMost(ofSeconds(20)).until(this::someTabShowsTheArrivalPage);
            } else if (how.isEmpty()) {
                assertThat(someTabShowsTheArrivalPage()).isFalse();
            } else {
                await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(hostile.called("/door"))
                        .anyMatch(call -> call.contains("error=interaction_required")));
            }
            assertThat(hostile.called("/door")).noneMatch(call -> call.contains("code="));
            books.assertUnchanged();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void formOfAnotherSiteTapsForNobody(String host) {
        window.open(door.loginUrl());
        new ArrivalPage(window);
        String adasPage = window.page().url();
        String adasForm = window.page().locator(FORM).getAttribute("action");
        VisitBooks books = VisitBooks.of(scene);
        try (Guest chloe = new Guest()) {
            chloe.open(door.loginUrl()).choose("fabrique").logInAsDokosMember(Scene.CHLOE);
            String chloesPage = chloe.visitor().location();
            String chloesForm = chloe.visitor().attribute(FORM, "action");

            for (String action : List.of(chloesPage, chloesForm, adasPage, adasForm)) {
                submitAt(host, action);

                assertThat(hostile.called("/door")).isEmpty();
                books.assertUnchanged();
            }
        }
        // Her own tap is what the others were not; the last of them has used her form up, so she needs a new one.
        window.page().reload();
        new ArrivalPage(window).arrive();
        window.page().waitForURL(url -> url.startsWith(hostile.url("/door")));
        books.assertOneEntry(scene.lastVisit());
    }

    /** In another tab of Ada's browser, until Keycloak has answered. */
    private void submitAt(String host, String action) {
        Page tab = window.page().context().newPage();
        hostile.show("<form method='post' action='" + action
                + "'><input name='choice' value='arrive'></form><script>document.forms[0].submit()</script>");
        tab.navigate(hostile.url(host, "/"));
        tab.waitForURL(url -> !url.equals(hostile.url(host, "/")));
        tab.close();
    }

    @Test
    void reloadingAndGoingBackRecordNothingTwice() {
        VisitBooks books = VisitBooks.of(scene);
        DoorPage fabrique = new DoorPage(window, scene.fabrique()).open();
        fabrique.enter();
        new ArrivalPage(window).arrive();
        fabrique.assertInside();
        books.assertOneEntry(scene.lastVisit());
        VisitBooks arrived = VisitBooks.of(scene);

        window.page().reload();
        for (int i = 0; i < 4; i++) {
            window.page().goBack();
            window.page().reload();
            if (window.page().locator(ArrivalPage.ARRIVE).isVisible()) {
                new ArrivalPage(window).arrive();
            }
        }
        for (int i = 0; i < 4; i++) {
            window.page().goForward();
        }

        arrived.assertUnchanged();
    }

    @Test
    void impatientThumbEntersOnce() {
        VisitBooks books = VisitBooks.of(scene);
        DoorPage fabrique = new DoorPage(window, scene.fabrique()).open();
        fabrique.enter();
        new ArrivalPage(window);

        window.page().dblclick(ArrivalPage.ARRIVE);

        fabrique.assertInside();
        books.assertOneEntry(scene.lastVisit());
    }

    @Test
    void pageSendsOneFormForTwoTaps() {
        DoorPage fabrique = new DoorPage(window, scene.fabrique()).open();
        fabrique.enter();
        new ArrivalPage(window);
        List<Route> sent = new ArrayList<>();
        List<String> said = new ArrayList<>();
        window.page().route("**/login-actions/**", sent::add);
        window.page().onConsoleMessage(message -> said.add(message.text()));

        window.page().evaluate(TWO_TAPS, ArrivalPage.ARRIVE);
        window.page().waitForCondition(() -> said.contains("tapped twice"));
        // A second form would end the first, whose answer nobody would then see.
        sent.get(0).resume();

        fabrique.assertInside();
        assertThat(sent).hasSize(1);
    }

    @Test
    void tapsAtTheSameMomentEnterOnce() {
        window.open(door.loginUrl());
        new ArrivalPage(window);
        VisitBooks books = VisitBooks.of(scene);

        window.page().evaluate("""
                form => Promise.all([1, 2, 3, 4].map(() => fetch(document.querySelector(form).action, {
                    method: 'POST', redirect: 'manual', body: new URLSearchParams({choice: 'arrive'})})))""", FORM);

        books.assertOneEntry(scene.lastVisit());
    }

    /** Returns when the page says that the browser came back. */
    private void visit(Trick trick, String url) {
        hostile.show(trick.html(url));
        window.open(hostile.url("/"));
        await().atMost(ofSeconds(20)).until(() -> !hostile.called("/done").isEmpty());
    }

    private boolean someTabShowsTheArrivalPage() {
        return window.page().context().pages().stream()
                .flatMap(page -> page.frames().stream())
                .anyMatch(frame -> frame.locator(ArrivalPage.ARRIVE).count() > 0);
    }
}
