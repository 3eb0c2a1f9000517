package io.jiangwen.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void turnsAwayAtOnceWhomTheQueueCannotTake() throws InterruptedException {
        Places places = new Places(1, 0);
        assertThat(places.enter(Duration.ZERO)).isTrue();
        long start = System.nanoTime();
        assertThat(places.enter(Duration.ofMinutes(5))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
        places.leave();
        assertThat(places.enter(Duration.ZERO)).isTrue();
    }

    @Test
    void whoWaitsGetsThePlaceThatIsLeft() throws Exception {
        Places places = new Places(1, 1);
        assertThat(places.enter(Duration.ZERO)).isTrue();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return places.enter(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                return false;
            }
        });
        places.leave();
        assertThat(waiting.get()).isTrue();
    }
}
