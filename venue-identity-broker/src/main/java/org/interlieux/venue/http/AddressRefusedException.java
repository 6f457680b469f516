package org.interlieux.venue.http;

import java.net.UnknownHostException;

/** A host name resolved to an address that our calls may not reach; the message says what an admin can do. */
public final class AddressRefusedException extends UnknownHostException {
    AddressRefusedException(String host, String address) {
        super(host + " resolves to " + address + ", an internal address that calls to venues may not reach."
                + " If it is meant, allow its network with " + GuardedHttpFactory.ALLOWED_NETWORKS_OPTION);
    }
}
