package org.interlieux.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.interlieux.it.browser.Browser;
import org.interlieux.it.browser.RealBrowser;
import org.interlieux.it.browser.Window;
import org.interlieux.it.browser.WindowOptions;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.interlieux.it.visitor.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ways in that every other test uses, tried on Keycloak's own login page. */
@ExtendWith(SharedKeycloak.class)
class LoginPageIT {

    @Test
    @ExtendWith(RealBrowser.class)
    void browserShowsTheLoginPageOnAPhone(KeycloakServer server, Browser browser) {
        Window window = browser.open(WindowOptions.phone().dark()).open(loginOf(server));

        assertThat(window.page().locator("#username")).isVisible();
        window.assertAccessible();
        assertThat(window.screenshot("keycloak-login-phone-dark")).isNotEmptyFile();
    }

    @Test
    void visitorLogsInThroughThePages(KeycloakServer server) {
        try (Visitor visitor = new Visitor()) {
            visitor.open(loginOf(server));
            assertThat(visitor.sees("#username")).isTrue();

            visitor.logInToKeycloak(KeycloakServer.ADMIN, KeycloakServer.ADMIN);

            assertThat(visitor.isAt(accountOf(server))).isTrue();
            assertThat(visitor.parameter("code")).isPresent();
            assertThat(visitor.cookies()).anyMatch(cookie -> cookie.getName().equals("KEYCLOAK_IDENTITY"));
        }
    }

    /** By the account console's client, which every realm has; it asks for a code challenge. */
    private static String loginOf(KeycloakServer server) {
        return server.url() + "/realms/master/protocol/openid-connect/auth?response_type=code&scope=openid"
                + "&client_id=account-console&redirect_uri=" + accountOf(server)
                + "&code_challenge_method=S256&code_challenge=" + "c".repeat(43);
    }

    private static String accountOf(KeycloakServer server) {
        return server.url() + "/realms/master/account/";
    }
}
