package io.jiangwen.account;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets what has expired. */
@ApplicationScoped
class Housekeeping {
    private final Tokens tokens;
    private final RateLimiter limiter;
    private final IdempotentRequests requests;
    private final Clock clock;

    Housekeeping(Tokens tokens, RateLimiter limiter, IdempotentRequests requests, Clock clock) {
        this.tokens = tokens;
        this.limiter = limiter;
        this.requests = requests;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void tidy() {
        tokens.forgetExpired();
        limiter.forget(clock.instant().minus(Duration.ofHours(1)));
        requests.forget(clock.instant().minus(IdempotentRequests.KEPT));
    }
}
