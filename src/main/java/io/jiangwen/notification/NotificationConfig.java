package io.jiangwen.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of live events and deliveries. */
@ConfigMapping(prefix = "jiangwen.notification")
public interface NotificationConfig {
    /** False for commands that have nobody to tell: announcements are then neither stored nor listened for. */
    @WithDefault("true")
    boolean enabled();

    /** A silent stream says this often that it is still there, so that no proxy cuts it. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How often the outbox is looked at when no notification comes. */
    @WithDefault("2s")
    Duration poll();

    /** How long an event can be replayed. */
    @WithDefault("30d")
    Duration keep();

    /** What leaves the service by other ways than live events. */
    DeliveryConfig delivery();
}
