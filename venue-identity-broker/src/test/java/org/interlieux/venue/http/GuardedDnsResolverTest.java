package org.interlieux.venue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedDnsResolverTest {

    @Test
    void nameThatAnswersAPublicAddressFirstAndAPrivateOneNextIsRefusedTheSecondTime() throws UnknownHostException {
        Deque<String> answers = new ArrayDeque<>(List.of("9.9.9.9", "169.254.169.254"));
        GuardedDnsResolver resolver = resolver(answers);

        assertThat(resolver.resolve("rebinding.example")[0].getHostAddress()).isEqualTo("9.9.9.9");
        assertThatThrownBy(() -> resolver.resolve("rebinding.example"))
                .isInstanceOf(AddressRefusedException.class)
                .hasMessageContaining("169.254.169.254")
                .hasMessageContaining("--spi-guarded-http--default--allowed-networks");
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnoughToRefuse() {
        GuardedDnsResolver resolver = new GuardedDnsResolver(
                host -> new InetAddress[] {InetAddress.getByName("9.9.9.9"), InetAddress.getByName("10.0.0.1")},
                new AddressPolicy(List.of()));

        assertThatThrownBy(() -> resolver.resolve("mixed.example")).isInstanceOf(AddressRefusedException.class);
    }

    private static GuardedDnsResolver resolver(Deque<String> answers) {
        return new GuardedDnsResolver(
                host -> new InetAddress[] {InetAddress.getByName(answers.removeFirst())}, new AddressPolicy(List.of()));
    }
}
