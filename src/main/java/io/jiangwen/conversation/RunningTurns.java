package io.jiangwen.conversation;

import io.jiangwen.answer.Stop;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The turns that this node is making, so that a stop ends the model's call and not only its answer. Thread-safe. */
@ApplicationScoped
class RunningTurns {
    private final TurnProgress progress;
    private final Map<UUID, Stop> running = new ConcurrentHashMap<>();

    RunningTurns(TurnProgress progress) {
        this.progress = progress;
    }

    void begin(UUID turn, Stop stop) {
        running.put(turn, stop);
    }

    void end(UUID turn) {
        running.remove(turn);
    }

    /** At once where the turn is made here; another node learns of it from the database. */
    void stop(UUID turn) {
        Stop stop = running.get(turn);
        if (stop != null) stop.press();
    }

    /** Stops that came in at other nodes. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void heed() {
        if (!running.isEmpty()) progress.stopped(running.keySet()).forEach(this::stop);
    }
}
