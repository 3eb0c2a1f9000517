package io.jiangwen.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** Who is asked to audit, and when. */
@ConfigMapping(prefix = "jiangwen.audit.desk")
interface AuditDeskConfig {
    /** Audits offered at a time, the oldest first, so that nobody picks the easy ones. */
    @WithDefault("5")
    @Positive
    int offered();

    /** How long craftsmen of the trade have it before those of other trades. */
    @WithDefault("48h")
    Duration headStart();
}
