package io.jiangwen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    private static final AddressRule STRICT = new AddressRule(false);
    private static final AddressRule LAN = new AddressRule(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001::1"
            })
    void privateAddressesAreForThoseWhoAllowThem(String address) throws UnknownHostException {
        InetAddress parsed = InetAddress.getByName(address);
        assertThat(STRICT.allows(parsed)).isFalse();
        assertThat(LAN.allows(parsed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "224.0.0.1", "ff02::1"})
    void nobodyIsSentToEverybody(String address) throws UnknownHostException {
        assertThat(LAN.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.1.0.1", "198.20.0.1", "2400:3200::1", "2606:4700::1"
            })
    void publicAddressesAreAllowed(String address) throws UnknownHostException {
        assertThat(STRICT.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/a",
                "ftp://hooks.example/a",
                "file:///etc/passwd",
                "hooks.example/a",
                "https:///a",
                "https://user:pass@hooks.example/a",
                "https://hooks.example/a#b"
            })
    void whatIsNoPlainHttpsAddressIsRefused(String url) {
        assertThat(STRICT.objection(URI.create(url))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hooks.example/a?key=b", "https://hooks.example:8443/"})
    void anHttpsAddressIsFine(String url) {
        assertThat(STRICT.objection(URI.create(url))).isEmpty();
        assertThat(LAN.objection(URI.create(url.replace("https", "http")))).isEmpty();
    }
}
