package io.jiangwen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofHours(1));

    @Property
    void waitsBetweenHalfAndAllOfADoublingTimeUpToTheLongest(
            @ForAll @IntRange(min = 1, max = 10_000) int failures, @ForAll long seed) {
        Duration wait = BACKOFF.after(failures, RandomGenerator.of("L64X128MixRandom"));
        long whole = failures > 9 ? 3_600_000 : 10_000L << (failures - 1);
        long most = Math.min(3_600_000, whole);
        assertThat(BACKOFF.after(failures, new Random(seed)).toMillis()).isBetween(most / 2, most);
        assertThat(wait.toMillis()).isBetween(most / 2, most);
    }

    @Test
    void doesNotWaitTheSameTimeTwice() {
        Random random = new Random(7);
        assertThat(BACKOFF.after(3, random)).isNotEqualTo(BACKOFF.after(3, random));
    }

    @Test
    void isAsPatientAsTheReceiverAsksWithinReason() {
        Duration own = Duration.ofSeconds(20);
        assertThat(BACKOFF.atLeast(Duration.ofSeconds(90), own)).isEqualTo(Duration.ofSeconds(90));
        assertThat(BACKOFF.atLeast(Duration.ofSeconds(1), own)).isEqualTo(own);
        assertThat(BACKOFF.atLeast(Duration.ofDays(400), own)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void refusesWaitsThatAreNone() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ofHours(2), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
