package io.jiangwen.ticket;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Says a month ahead that the holidays of a year are missing: without them every weekday counts as worked. */
@ApplicationScoped
class HolidayWatch {
    private static final Duration AHEAD = Duration.ofDays(30);

    private final TicketTimes times;

    HolidayWatch(TicketTimes times) {
        this.times = times;
    }

    @Scheduled(
            identity = "holiday-watch",
            every = "24h",
            delayed = "1m",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        times.unknownYear(AHEAD)
                .ifPresent(year -> Log.warnf(
                        "The public holidays of %s are not known: until they are added to holidays/china.tsv, leases and"
                                + " confirmations count its holidays as working days",
                        year));
    }
}
