package io.jiangwen.confidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;

/** How many answers are audited, and which audits count. */
@ConfigMapping(prefix = "jiangwen.audit")
public interface AuditConfig {
    /** Share of answered questions that is put up for audit once the error rate is certified. */
    @WithDefault("0.05")
    @DecimalMin("0")
    @DecimalMax("1")
    double share();

    /** The same share until then. */
    @WithDefault("0.2")
    @DecimalMin("0")
    @DecimalMax("1")
    double shareUncertified();

    /** Audits that wait at the most; none is drawn beyond. */
    @WithDefault("200")
    @PositiveOrZero
    int waiting();

    /** Answers older than this do not count any more. */
    @WithDefault("90d")
    Duration window();

    /** With which a certificate holds, at all times together. */
    @WithDefault("0.95")
    @DecimalMin("0.5")
    @DecimalMax("0.9999")
    double confidence();
}
