package org.interlieux.venue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.conn.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.connections.httpclient.ProxyMappings;

/** Ways to lead a call to an address inside the server's own network. The real client, on a network of loopback only. */
class AddressAttackTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";
    private static final String METADATA = "169.254.169.254";

    private final ExecutorService calls = Executors.newCachedThreadPool();
    private HostileServer server;
    private LoopbackNet net;
    private LimitedHttp http;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer();
        server.answers(OK);
        net = new LoopbackNet(server.port());
        http = on(new ProxyMappings(List.of()));
    }

    @AfterEach
    void stop() {
        server.close();
        calls.shutdownNow();
    }

    @Test
    void publicAddressIsReached() throws IOException {
        net.name("site.example", "9.9.9.9");

        assertThat(get("http://site.example/").body()).isEqualTo("ok");
        assertThat(net.connections()).containsExactly(address("9.9.9.9", 80));
    }

    @Test
    void nameThatChangesBetweenTwoCallsIsRefusedTheSecondTime() throws IOException {
        net.name("site.example", "9.9.9.9").name("site.example", METADATA);
        get("http://site.example/");

        assertRefused("http://site.example/");

        assertThat(net.connections()).containsExactly(address("9.9.9.9", 80));
    }

    @Test
    void nameIsLookedUpOnceForEachConnectionSoThatItCannotChangeAfterTheCheck() throws IOException {
        net.name("site.example", "9.9.9.9").name("site.example", "127.0.0.1");

        get("http://site.example/");

        assertThat(net.lookUps()).containsExactly("site.example");
        assertThat(net.connections()).containsExactly(address("9.9.9.9", 80));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onePrivateAddressInAnAnswerIsEnough(boolean privateFirst) {
        net.name(
                "site.example", privateFirst ? new String[] {METADATA, "9.9.9.9"} : new String[] {"9.9.9.9", METADATA});

        assertRefused("http://site.example/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://169.254.169.254:80/",
                "http://169.254.169.254:8443/",
                "http://good@169.254.169.254/",
                "http://good.example:443@169.254.169.254/",
                "http://127.0.0.1:22/",
                "https://127.0.0.1/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:169.254.169.254]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[0:0:0:0:0:ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[64:ff9b::169.254.169.254]/",
                "http://[2002:a9fe:a9fe::]/",
                "http://[2001:0:a9fe:a9fe::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fe80::1]/"
            })
    void internalAddressInTheUrlIsRefused(String url) {
        assertRefused(url);
        assertThat(net.connections()).isEmpty();
    }

    /** Whether a zone is known here or not. */
    @ParameterizedTest
    @ValueSource(
            strings = {"http://[::1%lo]/", "http://[::1%25lo]/", "http://[fe80::1%1]/", "http://[fe80::1%25eth0]/"})
    void internalAddressWithAZoneIsNotReached(String url) {
        assertThatThrownBy(() -> get(url)).isInstanceOf(UnknownHostException.class);
        assertThat(net.connections()).isEmpty();
    }

    /** What the resolver of the machine makes of them is not ours to say; what counts is the address that comes of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0177.0.0.1",
                "0x7f.0.0.1",
                "0x7f000001",
                "017700000001",
                "localhost",
                "localhost.",
                "LOCALHOST",
                "127.0.0.1.",
                "127.0.0.1.nip.example"
            })
    void otherSpellingOfLoopbackIsRefused(String host) {
        net.name(host, "127.0.0.1");

        assertRefused("http://" + host + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "127.1", "127.0.1", "2852039166", "169.16689662", "0", "[::ffff:7f00:1]"})
    void shortSpellingThatJavaReadsAsAnAddressIsRefused(String host) {
        GuardedDnsResolver names =
                new GuardedDnsResolver(SystemDefaultDnsResolver.INSTANCE, new AddressPolicy(List.of()));

        assertThatThrownBy(() -> names.resolve(host)).isInstanceOf(AddressRefusedException.class);
    }

    /** Such an answer of a name server stays an IPv6 address in Java, and the system connects to the IPv4 address in it. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", METADATA, "10.0.0.1"})
    void mappedAddressFromANameServerIsRefused(String inside) throws UnknownHostException {
        net.name("site.example", mapped(inside));

        assertRefused("http://site.example/");
    }

    @Test
    void mappedPublicAddressIsThatAddress() throws IOException {
        net.name("site.example", mapped("9.9.9.9"));

        assertThat(get("http://site.example/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://metadata.example/",
                "//169.254.169.254/",
                "file:///etc/passwd"
            })
    void redirectIsNotFollowed(String location) throws IOException {
        net.name("site.example", "9.9.9.9").name("metadata.example", METADATA);
        for (int status : List.of(301, 302, 303, 307, 308)) {
            server.answers("HTTP/1.1 " + status + " Elsewhere\r\nConnection: close\r\nLocation: " + location
                    + "\r\nRefresh: 0; url=" + location + "\r\nContent-Length: 0\r\n\r\n");

            assertThat(get("http://site.example/").status()).isEqualTo(status);
        }
        assertThat(net.connections()).containsOnly(address("9.9.9.9", 80));
        assertThat(net.lookUps()).containsOnly("site.example");
    }

    /** Host names of its own: Keycloak remembers for all mappings which name goes through which proxy. */
    @Test
    void proxyIsNoWayIn() {
        net.name("proxy.internal", "10.0.0.1").name("behind.example", METADATA);
        http = on(ProxyMappings.withFixedProxyMapping("http://proxy.internal:3128", ""));

        assertRefused("http://behind.example/");
        assertRefused("http://10.0.0.2/");
        assertRefused("http://proxy.internal:8080/");
    }

    private LimitedHttp on(ProxyMappings proxies) {
        GuardedDnsResolver names = new GuardedDnsResolver(net, new AddressPolicy(List.of()));
        return new LimitedHttp(net.around(VenueHttpClient.build(names, proxies, 10, null)), calls);
    }

    private HttpAnswer get(String url) throws IOException {
        return http.send(new HttpGet(url), Duration.ofSeconds(10));
    }

    private void assertRefused(String url) {
        int before = server.requests().size();
        assertThatThrownBy(() -> get(url)).isInstanceOf(AddressRefusedException.class);
        assertThat(server.requests()).hasSize(before);
    }

    private static InetSocketAddress address(String literal, int port) {
        return new InetSocketAddress(literal, port);
    }

    private static InetAddress mapped(String address) throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = (byte) 0xff;
        bytes[11] = (byte) 0xff;
        System.arraycopy(InetAddress.getByName(address).getAddress(), 0, bytes, 12, 4);
        return Inet6Address.getByAddress("site.example", bytes, 0);
    }
}
