package io.jiangwen.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The streams that are open on this node. */
@ApplicationScoped
class LiveStreams {
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();

    void add(LiveStream stream) {
        open.add(stream);
    }

    void remove(LiveStream stream) {
        open.remove(stream);
    }

    /** Wakes those whose reader an event with this audience is for. */
    void wake(Set<String> audience) {
        for (LiveStream stream : open) {
            if (stream.concerns(audience)) stream.wake();
        }
    }

    void closeAll() {
        open.forEach(LiveStream::close);
    }

    int size() {
        return open.size();
    }
}
