package org.interlieux.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {
    private static final String AT_FIRST =
            "{\"app_installed\":true,\"down\":false,\"latency_ms\":0,\"language\":\"en\",\"credits\":"
                    + "{\"ada@atelier.example\":true,\"bob@atelier.example\":false}}";

    private Path folder;
    private DemoVenue venue;
    private Visitor visitor;

    @BeforeEach
    void start(@TempDir Path folder) {
        this.folder = folder;
        venue = TestSite.start(folder);
        visitor = new Visitor(venue);
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"app_instaled": false}                    | app_instaled
                    {"down": "true"}                           | down
                    {"down": null}                             | down
                    {"down": 1}                                | down
                    {"latency_ms": 1.5}                        | latency_ms
                    {"latency_ms": -1}                         | latency_ms
                    {"language": "de"}                         | language
                    {"language": 1}                            | language
                    {"credits": {"nobody@atelier.example": true}} | nobody@atelier.example
                    {"credits": {"ada@atelier.example": 0}}    | credits
                    {"credits": []}                            | credits
                    {"app_installed": false, "down": 1}        | down
                    {"down": true, "down": false}              | down
                    []                                         | Control
                    null                                       | Control
                    {                                          | Control
                    """)
    void whatCannotBeReadChangesNothing(String change, String named) {
        HttpResponse<String> answer = visitor.post("/control", change);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(named);
        assertThat(visitor.post("/control", "{}").body()).isEqualTo(AT_FIRST);
    }

    @Test
    void aChangeIsAnsweredWithTheNewStateAndSurvivesARestart() {
        String changed = visitor.post(
                        "/control",
                        "{\"app_installed\": false, \"language\": \"fr\", \"credits\": {\"bob@atelier.example\": true}}")
                .body();
        assertThat(changed)
                .contains("\"app_installed\":false", "\"language\":\"fr\"", "\"bob@atelier.example\":true")
                .contains("\"ada@atelier.example\":true");
        venue.close();
        venue = TestSite.start(folder);
        assertThat(new Visitor(venue).post("/control", "{}").body()).isEqualTo(changed);
    }

    @Test
    void aSiteThatIsDownAnswersNothingButControl() {
        visitor.post("/control", "{\"down\": true}");
        for (String path : new String[] {"/", "/records.json", "/site.css", "/api/method/logout"}) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).startsWith("<!doctype html>");
        }
        visitor.post("/control", "{\"down\": false}");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void noOtherSiteMayChangeAnything() {
        assertThat(visitor.post("/control", "{\"down\": true}", "Origin", "http://localhost:1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.post("/control", "{\"down\": true}", "Origin", "null")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(visitor.post("/control", "{}", "Origin", venue.url().toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherHostNameOpensNeitherControlNorRecords() throws Exception {
        assertThat(statusLine("POST /control", "evil.example")).contains("403");
        assertThat(statusLine("GET /records.json", "evil.example:80")).contains("403");
        assertThat(statusLine("GET /records.json", "127.0.0.1")).contains("200");
    }

    @Test
    void aStoreThatIsNotOursIsNamedAndLeftAlone(@TempDir Path other) throws Exception {
        Path store = other.resolve("store.json");
        Files.writeString(store, "{\"broken");
        assertThatThrownBy(() -> TestSite.start(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(store.toString());
        assertThat(Files.readString(store)).isEqualTo("{\"broken");
    }

    /** The JDK's client does not let a test write this header. */
    private String statusLine(String request, String host) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), venue.url().getPort())) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: " + host
                                    + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
                            .getBytes(StandardCharsets.US_ASCII));
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine());
        }
    }
}
