package io.jiangwen.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes one try of one delivery, and sees to what comes of it. Counted as {@code jiangwen.deliveries}. */
@ApplicationScoped
class Delivering {
    private final Deliveries deliveries;
    private final Packing packing;
    private final Carriers carriers;
    private final DeliveryConfig config;
    private final Backoff backoff;
    private final RandomGenerator random;
    private final MeterRegistry meters;

    Delivering(
            Deliveries deliveries,
            Packing packing,
            Carriers carriers,
            NotificationConfig config,
            RandomGenerator random,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.packing = packing;
        this.carriers = carriers;
        this.config = config.delivery();
        backoff = new Backoff(this.config.firstRetry(), this.config.longestRetry());
        this.random = random;
        this.meters = meters;
    }

    /** False when nothing is due. */
    boolean one() {
        Optional<Delivery> claimed = deliveries.claim();
        claimed.ifPresent(this::attempt);
        return claimed.isPresent();
    }

    private void attempt(Delivery delivery) {
        // One that was cut off each time has used up its tries without ever failing.
        if (delivery.counted() > config.attempts()) {
            bury(delivery, new Receipt.Refused("every try was cut off"));
            return;
        }
        Optional<Parcel> parcel = packing.pack(delivery);
        Optional<Carrier> carrier = carriers.of(delivery.channel());
        if (parcel.isEmpty() || carrier.isEmpty()) {
            count(delivery, "DROPPED");
            deliveries.done(
                    delivery, new Receipt.Refused("not to be reached this way any more"), DeliveryState.DROPPED);
            return;
        }
        settle(delivery, carrier.get().carry(parcel.get()));
    }

    private void settle(Delivery delivery, Receipt receipt) {
        count(delivery, receipt.outcome());
        switch (receipt) {
            case Receipt.Taken taken -> deliveries.done(delivery, taken, DeliveryState.SENT);
            case Receipt.Refused refused -> bury(delivery, refused);
            case Receipt.Failed failed when delivery.counted() >= config.attempts() -> bury(delivery, failed);
            case Receipt.Failed failed -> deliveries.later(delivery, failed, wait(delivery, failed));
        }
    }

    private Duration wait(Delivery delivery, Receipt.Failed failed) {
        Duration own = backoff.after(delivery.counted(), random);
        Duration asked = failed.patience();
        return asked == null ? own : backoff.atLeast(asked, own);
    }

    private void bury(Delivery delivery, Receipt receipt) {
        count(delivery, "DEAD");
        deliveries.done(delivery, receipt, DeliveryState.DEAD);
        Log.warnf("Delivery %s by %s was given up: %s", delivery.id(), delivery.channel(), receipt.detail());
    }

    private void count(Delivery delivery, String outcome) {
        meters.counter("jiangwen.deliveries", "channel", delivery.channel().name(), "outcome", outcome)
                .increment();
    }
}
