package io.jiangwen.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final class Watch extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Watch watch = new Watch();
    private final CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofSeconds(30), watch);

    @Test
    void restsAfterFailuresInARowAndTriesWithOneCall() {
        breaker.failed();
        assertThat(breaker.admits()).isTrue();
        breaker.failed();
        assertThat(breaker.admits()).isFalse();
        watch.now = watch.now.plusSeconds(31);
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
        breaker.failed();
        assertThat(breaker.admits()).isFalse();
        watch.now = watch.now.plusSeconds(31);
        assertThat(breaker.admits()).isTrue();
        breaker.succeeded();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void aSuccessBetweenFailuresStartsTheCountAgain() {
        breaker.failed();
        breaker.succeeded();
        breaker.failed();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void whoNeverReachedTheEndpointLeavesTheTrialToTheNext() {
        breaker.failed();
        breaker.failed();
        watch.now = watch.now.plusSeconds(31);
        assertThat(breaker.admits()).isTrue();
        breaker.withdrew();
        assertThat(breaker.admits()).isTrue();
    }
}
