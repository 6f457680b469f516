package org.interlieux.venue.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A block of IP addresses in CIDR notation (RFC 4632), such as {@code 10.0.0.0/8}. */
record AddressRange(InetAddress base, int prefixBits) {
    /** {@code ::ffff:0:0/96} (RFC 4291, 2.5.5.2). */
    private static final byte[] MAPPED_PREFIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    /**
     * Reads a block; a host name is refused, so nothing is ever looked up.
     *
     * @throws IllegalArgumentException when the text is no CIDR block
     */
    static AddressRange parse(String cidr) {
        int slash = cidr.indexOf('/');
        String address = slash < 0 ? cidr : cidr.substring(0, slash);
        if (!address.matches("[0-9.]+") && !address.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw notCidr(cidr);
        }
        try {
            InetAddress base = InetAddress.getByName(address);
            int bits = slash < 0 ? base.getAddress().length * 8 : Integer.parseInt(cidr.substring(slash + 1));
            if (bits < 0 || bits > base.getAddress().length * 8) {
                throw notCidr(cidr);
            }
            return new AddressRange(base, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw notCidr(cidr);
        }
    }

    /** An IPv4 address that is mapped into IPv6 is that IPv4 address, because that is what the system connects to. */
    boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = unmapped(address.getAddress());
        if (ours.length != theirs.length) {
            return false;
        }
        int wholeBytes = prefixBits / 8;
        for (int i = 0; i < wholeBytes; i++) {
            if (ours[i] != theirs[i]) {
                return false;
            }
        }
        int rest = prefixBits % 8;
        return rest == 0 || ((ours[wholeBytes] ^ theirs[wholeBytes]) & 0xff) >>> (8 - rest) == 0;
    }

    private static byte[] unmapped(byte[] address) {
        boolean mapped = address.length == 16
                && Arrays.equals(address, 0, MAPPED_PREFIX.length, MAPPED_PREFIX, 0, MAPPED_PREFIX.length);
        return mapped ? Arrays.copyOfRange(address, MAPPED_PREFIX.length, address.length) : address;
    }

    private static IllegalArgumentException notCidr(String text) {
        return new IllegalArgumentException("'" + text + "' is not a network such as 10.0.0.0/8 or fd00::/8");
    }
}
