package org.interlieux.venue.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.http.conn.DnsResolver;

/**
 * Resolves a name to the addresses that the policy allows. The HTTP client connects to exactly the addresses returned
 * here, so a name that resolves differently a moment later gains nothing.
 */
final class GuardedDnsResolver implements DnsResolver {
    private final DnsResolver names;
    private final AddressPolicy policy;

    GuardedDnsResolver(DnsResolver names, AddressPolicy policy) {
        this.names = names;
        this.policy = policy;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!policy.allows(address)) {
                throw new AddressRefusedException(host, address.getHostAddress());
            }
        }
        return addresses;
    }
}
