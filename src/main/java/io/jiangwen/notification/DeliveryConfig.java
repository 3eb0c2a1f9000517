package io.jiangwen.notification;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of what leaves the service by e-mail, text message, webhook and group robot. */
public interface DeliveryConfig {
    /** How many deliveries of this node are on their way at once; 0 leaves them to other nodes. */
    @WithDefault("4")
    @PositiveOrZero
    int workers();

    /** How often idle workers look for something to do. */
    @WithDefault("1s")
    Duration poll();

    /** Tries before a delivery is given up. */
    @WithDefault("12")
    @Positive
    int attempts();

    /** Wait before the second try; each further wait is twice as long ... */
    @WithDefault("10s")
    Duration firstRetry();

    /** ... up to this; twelve tries take about four hours. */
    @WithDefault("1h")
    Duration longestRetry();

    /** Longest time for one try. */
    @WithDefault("10s")
    Duration timeout();

    /** After this time a try that did not come back was cut off, and is made again. Longer than any try takes. */
    @WithDefault("1m")
    Duration lease();

    /** Messages to one robot in any minute; the three platforms allow 20 (飞书 100). */
    @WithDefault("20")
    @Positive
    int robotPerMinute();

    /** Whether webhooks may lead to loopback, private and link-local addresses, and use plain HTTP. */
    @WithDefault("false")
    boolean privateAddresses();

    /** How long deliveries that are done can be looked at. */
    @WithDefault("90d")
    Duration keep();

    /** Where text messages are handed over as signed webhooks; without it there are none. */
    Optional<URI> smsUrl();

    /** The key that those are signed with. */
    Optional<String> smsSecret();

    /** The mail server; without it there are no e-mails. How to reach it: {@code quarkus.mailer.*}. */
    Optional<String> smtpHost();
}
