package org.interlieux.venue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private final AddressPolicy closed = new AddressPolicy(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "::ffff:0:10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:a00:1::",
                "2001::1",
                "2001:2::1",
                "3fff::1",
                "5f00::1",
                "2001:db8::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void internalAddressIsRefused(String address) throws UnknownHostException {
        assertThat(closed.allows(address(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a01:e00::1"
            })
    void publicAddressIsAllowed(String address) throws UnknownHostException {
        assertThat(closed.allows(address(address))).isTrue();
    }

    @Test
    void allowedNetworkIsReachableAndItsNeighbourIsNot() throws UnknownHostException {
        AddressPolicy open = new AddressPolicy(List.of("10.20.0.0/15", "fd00::/16", "127.0.0.1"));

        assertThat(open.allows(address("10.21.255.255"))).isTrue();
        assertThat(open.allows(address("fd00:1::1"))).isTrue();
        assertThat(open.allows(address("127.0.0.1"))).isTrue();
        assertThat(open.allows(address("10.22.0.0"))).isFalse();
        assertThat(open.allows(address("fd01::1"))).isFalse();
        assertThat(open.allows(address("127.0.0.2"))).isFalse();
    }

    /** Literals only: nothing is looked up. */
    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getAllByName(literal)[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "fd00::/129", "", "abc/8"})
    void whatIsNoNetworkIsRefused(String text) {
        List<String> networks = List.of(text);
        assertThatThrownBy(() -> new AddressPolicy(networks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a network such as 10.0.0.0/8");
    }
}
