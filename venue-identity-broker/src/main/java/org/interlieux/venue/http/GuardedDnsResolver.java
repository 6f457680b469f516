package org.interlieux.venue.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.conn.DnsResolver;

/**
 * Resolves a name to the addresses that the policy allows. The HTTP client connects to exactly the addresses returned
 * here, so a name that resolves differently a moment later gains nothing.
 */
final class GuardedDnsResolver implements DnsResolver {
    private final DnsResolver names;
    private final AddressPolicy policy;
    private final Set<String> allowed = ConcurrentHashMap.newKeySet();

    GuardedDnsResolver(DnsResolver names, AddressPolicy policy) {
        this.names = names;
        this.policy = policy;
    }

    /** A host that the server's own configuration names, such as its proxy. */
    void allow(String host) {
        allowed.add(host);
    }

    /**
     * Whether calls may reach a host by its name.
     *
     * @throws AddressRefusedException when they may not
     */
    void check(String host) throws UnknownHostException {
        checked(host);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return allowed.contains(host) ? names.resolve(host) : checked(host);
    }

    private InetAddress[] checked(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!policy.allows(address)) {
                throw new AddressRefusedException(host, address.getHostAddress());
            }
        }
        return addresses;
    }
}
