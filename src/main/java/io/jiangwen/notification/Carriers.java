package io.jiangwen.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which carrier serves which channel. */
@ApplicationScoped
class Carriers {
    private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);

    Carriers(Instance<Carrier> all) {
        for (Carrier carrier : all) carriers.put(carrier.channel(), carrier);
    }

    boolean isOpen(Channel channel) {
        return of(channel).isPresent();
    }

    /** Empty when the operator has not set the channel up. */
    Optional<Carrier> of(Channel channel) {
        return Optional.ofNullable(carriers.get(channel)).filter(Carrier::isOpen);
    }
}
