package io.jiangwen.model;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a call of an endpoint failed.
 *
 * @param refusal its answer, where it gave one
 * @param cause what went wrong otherwise
 */
record Failure(Optional<Refusal> refusal, Throwable cause) {
    private static final int DEEPEST = 10;

    static Failure of(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof Refusal refusal) return new Failure(Optional.of(refusal), refusal);
            if (at instanceof IOException unreachable) return new Failure(Optional.empty(), unreachable);
            at = at.getCause();
        }
        return new Failure(Optional.empty(), thrown);
    }

    /** Whether it may go better a little later. */
    boolean isPassing() {
        return refusal.map(Refusal::isPassing).orElse(cause instanceof IOException);
    }

    boolean isOfFormat() {
        return refusal.map(Refusal::isOfFormat).orElse(false);
    }

    /**
     * How long to wait before asking again: as long as the endpoint asks for, otherwise {@code usual} and up to half more
     * or less, so that those who failed together do not come back together.
     *
     * @param chance in [0, 1)
     */
    Duration pause(Duration usual, double chance) {
        return refusal.flatMap(Refusal::retryAfter)
                .orElse(Duration.ofMillis(Math.round(usual.toMillis() * (0.5 + chance))));
    }
}
