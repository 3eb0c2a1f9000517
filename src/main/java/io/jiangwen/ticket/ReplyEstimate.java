package io.jiangwen.ticket;

import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says when a reply is to be expected, from what recent tickets took. */
@ApplicationScoped
class ReplyEstimate {
    private final Statements database;
    private final TicketConfig config;
    private final Clock clock;

    ReplyEstimate(Statements database, TicketConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Median time from opening to reply, of what is not confidential; empty as long as too few tickets were replied to. */
    Optional<Duration> median() {
        return database.first(
                """
                SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM replied_at - opened_at)) AS median
                FROM ticket WHERE replied_at >= ? AND NOT confidential
                HAVING count(*) >= ?
                """,
                row -> Duration.ofSeconds(Math.round(row.getDouble("median"))),
                OffsetDateTime.now(clock).minus(config.estimateFrom()),
                config.estimateNeeds());
    }

    /** @param median of {@link #median()}, asked once for many tickets */
    static @Nullable OffsetDateTime expectedBy(Ticket ticket, Optional<Duration> median) {
        if (!ticket.state().awaitsReply() || median.isEmpty()) return null;
        return ticket.asking().openedAt().plus(median.get());
    }
}
