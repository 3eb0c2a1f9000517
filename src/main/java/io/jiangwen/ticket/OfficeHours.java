package io.jiangwen.ticket;

import io.jiangwen.account.WorkingHours;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;

/** The working time of tickets, for whoever must not be disturbed outside it. */
@ApplicationScoped
class OfficeHours implements WorkingHours {
    private final TicketTimes times;

    OfficeHours(TicketTimes times) {
        this.times = times;
    }

    @Override
    public OffsetDateTime next(OffsetDateTime at) {
        return times.calendar().after(at, Duration.ZERO);
    }
}
