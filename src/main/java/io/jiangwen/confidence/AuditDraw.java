package io.jiangwen.confidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.random.RandomGenerator;

/** Chance alone decides which answers are audited: nothing of question or answer is looked at. */
@ApplicationScoped
class AuditDraw {
    private final RandomGenerator random;
    private final AuditConfig config;

    AuditDraw(RandomGenerator random, AuditConfig config) {
        this.random = random;
        this.config = config;
    }

    /** More are drawn until the configuration is certified; none while too many wait. */
    boolean picks(Standing standing) {
        double share =
                switch (standing.certificate().state()) {
                    case CERTIFIED -> config.share();
                    case NOT_YET -> config.shareUncertified();
                };
        return standing.waiting() < config.waiting() && random.nextDouble() < share;
    }
}
