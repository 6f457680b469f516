package org.interlieux.venue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.protocol.BasicHttpContext;
import org.junit.jupiter.api.Test;
import org.keycloak.connections.httpclient.ProxyMappings;

class GuardedRoutesTest {
    private static final Map<String, String> NAMES =
            Map.of("venue.example", "9.9.9.9", "inside.example", "10.0.0.7", "proxy.internal", "10.0.0.1");

    private final GuardedDnsResolver names =
            new GuardedDnsResolver(GuardedRoutesTest::lookUp, new AddressPolicy(List.of()));

    @Test
    void venueBehindAProxyIsReachedByIt() throws HttpException, UnknownHostException {
        assertThat(proxied("venue.example").getProxyHost().getHostName()).isEqualTo("proxy.internal");
        assertThat(names.resolve("proxy.internal")).hasSize(1);
    }

    @Test
    void internalVenueBehindAProxyIsRefused() {
        assertThatThrownBy(() -> proxied("inside.example"))
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("10.0.0.7");
    }

    @Test
    void nameThatOnlyTheProxyKnowsIsLeftToIt() throws HttpException {
        assertThat(proxied("elsewhere.example").getProxyHost().getHostName()).isEqualTo("proxy.internal");
    }

    @Test
    void proxyItselfIsNoVenue() throws HttpException {
        proxied("venue.example");

        assertThatThrownBy(() -> proxied("proxy.internal")).isInstanceOf(HttpException.class);
    }

    @Test
    void withoutAProxyTheRouteIsDirect() throws HttpException {
        assertThat(route("direct.example", new GuardedRoutes(new ProxyMappings(List.of()), names))
                        .getProxyHost())
                .isNull();
    }

    private HttpRoute proxied(String host) throws HttpException {
        return route(
                host, new GuardedRoutes(ProxyMappings.withFixedProxyMapping("http://proxy.internal:3128", ""), names));
    }

    private static HttpRoute route(String host, GuardedRoutes routes) throws HttpException {
        return routes.determineRoute(
                new HttpHost(host, 443, "https"), new HttpGet("https://" + host + "/"), new BasicHttpContext());
    }

    private static InetAddress[] lookUp(String host) throws UnknownHostException {
        String address = NAMES.get(host);
        if (address == null) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {InetAddress.getByName(address)};
    }
}
