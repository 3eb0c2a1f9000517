package io.jiangwen.notification;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Where the service may send to: public addresses over HTTPS, and others only when the operator says so. What an
 * administrator enters must not become a way to the machines behind the service.
 *
 * @param privateAllowed loopback, private and link-local addresses too, and plain HTTP
 */
record AddressRule(boolean privateAllowed) {
    /** What is wrong with a URL, before anybody looks where it leads. */
    Optional<String> objection(URI url) {
        String scheme = url.getScheme();
        if (!"https".equals(scheme) && !("http".equals(scheme) && privateAllowed))
            return Optional.of(privateAllowed ? "only http and https" : "only https");
        if (url.getHost() == null) return Optional.of("no host");
        if (url.getRawUserInfo() != null) return Optional.of("no user and password in the address");
        if (url.getRawFragment() != null) return Optional.of("no fragment");
        return Optional.empty();
    }

    /** Whether one address that a host has may be connected to. */
    boolean allows(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) return false;
        return privateAllowed || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()) return false;
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    /** Beyond Java's own tests: special-purpose blocks of RFC 6890. */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean sharedByCarriers = first == 100 && second >= 64 && second < 128;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
        return first != 0 && first < 240 && !sharedByCarriers && !benchmarks && !protocols;
    }

    /** Global unicast (2000::/3) without 6to4, whose addresses carry an IPv4 address of any kind. */
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !sixToFour && !teredo;
    }
}
