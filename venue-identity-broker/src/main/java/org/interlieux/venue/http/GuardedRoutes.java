package org.interlieux.venue.http;

import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.httpclient.ProxyMappings;
import org.keycloak.connections.httpclient.ProxyMappingsAwareRoutePlanner;

/**
 * Sends calls through the proxies that Keycloak's own client uses. A proxy is usually an internal host, so it may be
 * reached; the venue behind it is checked before, as far as its name can be resolved here.
 */
final class GuardedRoutes extends ProxyMappingsAwareRoutePlanner {
    private final GuardedDnsResolver names;
    private final Set<String> proxies = ConcurrentHashMap.newKeySet();

    GuardedRoutes(ProxyMappings mappings, GuardedDnsResolver names) {
        super(mappings);
        this.names = names;
    }

    @Override
    @SuppressWarnings("NullAway") // no proxy is null
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpRequest request, HttpContext context)
            throws HttpException {
        HttpHost proxy = super.determineProxy(target, request, context);
        if (proxy != null) {
            check(target.getHostName());
            proxies.add(proxy.getHostName());
            names.allow(proxy.getHostName());
        } else if (proxies.contains(target.getHostName())) {
            check(target.getHostName());
        }
        return proxy;
    }

    private void check(String host) throws HttpException {
        try {
            names.check(host);
        } catch (AddressRefusedException e) {
            throw new HttpException(e.getMessage(), e);
        } catch (UnknownHostException e) {
            // Where only the proxy resolves names, it also decides where they may lead.
            return;
        }
    }
}
