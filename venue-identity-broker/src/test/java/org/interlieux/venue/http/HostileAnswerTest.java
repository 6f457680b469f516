package org.interlieux.venue.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.http.MessageConstraintException;
import org.apache.http.client.methods.HttpGet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.connections.httpclient.ProxyMappings;

/** Answers that are made to cost time or memory. The real client, against bytes on loopback. */
class HostileAnswerTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /** More than is read of any answer, and less than a client takes that keeps all it gets. */
    private static final long LITTLE = 8L * 1024 * 1024;

    private final ThreadPoolExecutor calls =
            new ThreadPoolExecutor(0, 10, 30, TimeUnit.SECONDS, new SynchronousQueue<>());
    private HostileServer server;
    private LimitedHttp http;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer();
        LoopbackNet net = new LoopbackNet(server.port()).name("site.example", "9.9.9.9");
        GuardedDnsResolver names = new GuardedDnsResolver(net, new AddressPolicy(List.of()));
        http = new LimitedHttp(net.around(VenueHttpClient.build(names, new ProxyMappings(List.of()), 10, null)), calls);
    }

    /** Whatever came, nobody is busy with it any more. */
    @AfterEach
    void nothingGoesOn() {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(calls.getActiveCount()).isZero());
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(server.isAnswering()).isFalse());
        assertThat(server.written()).isLessThan(LITTLE);
        server.close();
        calls.shutdownNow();
    }

    @Test
    void longBodyIsCutOff() {
        server.answersEndlessly(OK + "Content-Length: 10000000\r\n\r\n", "x".repeat(10_000));

        assertTooLarge();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 9223372036854775807\r\n", "Transfer-Encoding: chunked\r\n"})
    void endlessBodyIsCutOff(String header) {
        server.answersEndlessly(
                OK + header + "\r\n",
                header.contains("chunked") ? "2000\r\n" + "x".repeat(8192) + "\r\n" : "x".repeat(8192));

        assertTooLarge();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Many: x\r\n", // each of them short
                "X-Many: " + "\r\n", // and empty
                " folded\r\n", // one that goes on and on
                "xxxxxxxxxxxxxxxx" // one without an end
            })
    void endlessHeadersAreCutOff(String again) {
        server.answersEndlessly(OK + "X-First: 1\r\n", again.repeat(500));

        assertThatThrownBy(() -> get(LONG)).isInstanceOf(MessageConstraintException.class);
    }

    @Test
    void endlessStatusLineIsCutOff() {
        server.answersEndlessly("HTTP/1.1 200 ", "O".repeat(8192));

        assertThatThrownBy(() -> get(LONG)).isInstanceOf(MessageConstraintException.class);
    }

    @Test
    void endlessChunkExtensionIsCutOff() {
        server.answersEndlessly(OK + "Transfer-Encoding: chunked\r\n\r\n1", ";x=" + "y".repeat(8192));

        assertThatThrownBy(() -> get(LONG)).isInstanceOf(MessageConstraintException.class);
    }

    @Test
    void endlessTrailersAreCutOff() {
        server.answersEndlessly(
                OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n", "X-Trailer: y\r\n".repeat(500));

        assertThatThrownBy(() -> get(LONG)).isInstanceOf(MessageConstraintException.class);
    }

    @Test
    void ordinaryAnswerWithALongPolicyIsRead() throws IOException {
        server.answers(OK + "Content-Security-Policy: " + "x".repeat(6_000) + "\r\n" + "X-Some: y\r\n".repeat(60)
                + "Content-Length: 2\r\n\r\nok");

        assertThat(get(LONG).body()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n", "\r\n"})
    void whatComesBeforeAnAnswerCostsTheLimitAndNoMore(String again) {
        server.answersSlowly(again.repeat(2_000), 1);

        assertTimeout();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                OK + "X-Slow: 12345678901234567890\r\nContent-Length: 2\r\n\r\nok",
                OK + "Content-Length: 100000\r\n\r\n12345678901234567890"
            })
    void oneByteAtATimeCostsTheLimitAndNoMore(String answer) {
        server.answers(out -> {
            for (byte next : (answer + " ".repeat(1_000)).getBytes(ISO_8859_1)) {
                out.write(next);
                Thread.sleep(50);
            }
        });

        assertTimeout();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void compressedBombIsNotUnpacked(int layers) throws IOException {
        byte[] bomb = new byte[20_000_000];
        for (int i = 0; i < layers; i++) {
            bomb = gzip(bomb);
        }
        byte[] sent = bomb;
        server.answers(out -> {
            out.write((OK + "Content-Encoding: gzip" + ", gzip".repeat(layers - 1) + "\r\nContent-Length: "
                            + sent.length + "\r\n\r\n")
                    .getBytes(ISO_8859_1));
            out.write(sent);
        });

        assertThat(get(LONG).body().length()).isLessThanOrEqualTo(sent.length);
        assertThat(server.requests().get(0)).containsIgnoringCase("Accept-Encoding: identity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK + "Content-Length: 5\r\n\r\n", // before the body
                OK + "Content-Length: 22\r\n\r\n{\"message\": true}", // within it
                OK + "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"message\": true}", // within a chunk
                OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{\"message\": true}\r\n0\r\n\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{\"message\": true}",
                "<html>not HTTP at all</html>\r\n\r\n",
                ""
            })
    void brokenAnswerIsAFailure(String answer) {
        server.answers(answer);

        assertThatThrownBy(() -> get(LONG))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void ofAnAnswerThatIsLongerThanItSaysOnlyThatMuchIsRead() throws IOException {
        server.answers(OK + "Content-Length: 4\r\n\r\ntrue, or so");

        assertThat(get(LONG).body()).isEqualTo("true");
    }

    private void assertTooLarge() {
        assertThatThrownBy(() -> get(LONG)).isInstanceOf(AnswerTooLargeException.class);
    }

    private void assertTimeout() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> get(SHORT)).isInstanceOf(SocketTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private HttpAnswer get(Duration total) throws IOException {
        return http.send(new HttpGet("http://site.example/"), total);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
