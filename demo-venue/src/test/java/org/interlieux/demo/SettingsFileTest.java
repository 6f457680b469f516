package org.interlieux.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
    private Path folder;

    @BeforeEach
    void in(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatIsNotSaidHasADefault() throws Exception {
        SiteSettings settings = read("{\"name\": \"Le Phare\", \"alias\": \"phare\"}");
        assertThat(settings.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isZero();
        assertThat(settings.appInstalled()).isTrue();
        assertThat(settings.members()).isEmpty();
        assertThat(settings.oauthClient()).isNull();
    }

    @Test
    void everythingCanBeSaid() throws Exception {
        SiteSettings settings = read("""
                {"name": "L'Atelier", "alias": "atelier", "bindAddress": "0.0.0.0", "port": 8081,
                 "baseUrl": "http://atelier.localhost:8081", "color": "#2f6f6b", "appInstalled": false, "language": "en",
                 "members": [{"email": "ada@atelier.example", "givenName": "Ada", "familyName": "Lovelace",
                              "password": "ada-password", "credits": true}],
                 "oauthClient": {"clientId": "keycloak", "clientSecret": "secret", "redirectUri": "http://localhost/"},
                 "apiKey": "key:secret",
                 "federation": {"issuer": "http://localhost:8080/realms/federation", "clientId": "door", "clientSecret": "s"},
                 "webhookKey": "whsec_AAAA"}
                """);
        assertThat(settings.members()).containsExactly(TestSite.ADA);
        assertThat(settings.baseUrl()).isEqualTo("http://atelier.localhost:8081");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"name": "A", "alias": "a", "colour": "#000000"}         | unknown key "colour"
                    {"name": "A", "alias": "a", "color": "red"}              | color
                    {"name": "A", "alias": "a b"}                            | alias
                    {"alias": "a"}                                           | "name"
                    {"name": "A", "alias": "a", "language": "de"}            | language
                    {"name": "A", "alias": "a", "port": 70000}               | port
                    {"name": "A", "alias": "a", "port": "8081"}              | "port"
                    {"name": "A", "alias": "a", "port": null}                | "port"
                    {"name": "A", "alias": "a", "webhookKey": "secret"}      | webhookKey
                    {"name": "A", "alias": "a", "baseUrl": "localhost"}      | baseUrl
                    {"name": "A", "alias": "a", "members": [{"email": "a@b"}]} | "members.[0].givenName"
                    []                                                       | JSON object
                    {                                                        | Unexpected end-of-input
                    """)
    void aMistakeIsNamed(String content, String named) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("site.json")
                .hasMessageContaining(named);
    }

    @Test
    void oneSiteOfAListAndWhatALaterFileSays() throws Exception {
        Path sites = Files.writeString(folder.resolve("sites.json"), """
                [{"name": "L'Atelier", "alias": "atelier", "port": 8181}, {"name": "Le Phare", "alias": "phare", "port": 8183}]
                """);
        Path here = Files.writeString(folder.resolve("here.json"), "{\"bindAddress\": \"127.0.0.2\", \"port\": 9183}");

        SiteSettings phare = SettingsFile.read(List.of(sites, here), "phare");

        assertThat(phare.name()).isEqualTo("Le Phare");
        assertThat(phare.bindAddress()).isEqualTo("127.0.0.2");
        assertThat(phare.port()).isEqualTo(9183);
        assertThatThrownBy(() -> SettingsFile.read(List.of(sites), "fabrique"))
                .hasMessageContaining("sites.json: has no site \"fabrique\"");
    }

    private SiteSettings read(String content) throws Exception {
        return SettingsFile.read(Files.writeString(folder.resolve("site.json"), content));
    }
}
