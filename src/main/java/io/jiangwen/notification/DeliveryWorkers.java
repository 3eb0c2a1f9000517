package io.jiangwen.notification;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The threads of this node that make deliveries. Each has one on its way at a time. */
@ApplicationScoped
class DeliveryWorkers {
    private final Delivering delivering;
    private final NotificationConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    DeliveryWorkers(Delivering delivering, NotificationConfig config) {
        this.delivering = delivering;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) return;
        for (int i = 1; i <= config.delivery().workers(); i++)
            threads.add(Thread.ofPlatform().daemon().name("delivery-" + i).start(this::run));
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
        threads.forEach(Thread::interrupt);
    }

    private void run() {
        while (stopped.getCount() > 0) {
            if (!made()) pause();
        }
    }

    private boolean made() {
        try {
            return delivering.one();
        } catch (RuntimeException e) {
            // A worker outlives whatever happens; what was begun is made again when its lease is over.
            if (stopped.getCount() > 0) Log.errorf(e, "Deliveries wait for a moment");
            return false;
        }
    }

    private void pause() {
        try {
            boolean ending = stopped.await(config.delivery().poll().toMillis(), TimeUnit.MILLISECONDS);
            if (ending) Log.debug("A delivery worker ends");
        } catch (InterruptedException e) {
            // Interrupted by stop(), whose latch ends the loop.
            Thread.currentThread().interrupt();
        }
    }
}
