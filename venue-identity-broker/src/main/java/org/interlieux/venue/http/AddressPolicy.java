package org.interlieux.venue.http;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses our own calls may reach: public ones, and the networks that the server's configuration allows.
 * The refused blocks are those of the IANA special-purpose registries (RFC 6890) that lead inside a network.
 */
final class AddressPolicy {
    private static final List<AddressRange> INTERNAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96", // unspecified, loopback, and the obsolete IPv4-compatible addresses
                    "::ffff:0:0:0/96", // IPv4-translated addresses
                    "64:ff9b::/96", // NAT64 of any IPv4 address
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/32", // Teredo
                    "2001:2::/48",
                    "2001:db8::/32",
                    "2002::/16", // 6to4 of any IPv4 address
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(AddressRange::parse)
            .toList();

    private final List<AddressRange> allowed;

    AddressPolicy(List<String> allowedNetworks) {
        this.allowed = allowedNetworks.stream().map(AddressRange::parse).toList();
    }

    boolean allows(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address))
                || INTERNAL.stream().noneMatch(range -> range.contains(address));
    }
}
