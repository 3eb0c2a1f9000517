package io.jiangwen.ticket;

import io.jiangwen.account.Statements;
import io.jiangwen.craftsman.Evidence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells those who know the craftsmen that a fix was confirmed, in the confirming transaction. */
@ApplicationScoped
class Taught {
    private final Evidence evidence;
    private final Statements database;
    private final TicketTimes times;

    Taught(Evidence evidence, Statements database, TicketTimes times) {
        this.evidence = evidence;
        this.database = database;
        this.times = times;
    }

    void confirmed(@Observes FixConfirmed fix) {
        Integer rating = database
                .list(
                        "SELECT rating FROM ticket WHERE id = ? AND rating IS NOT NULL",
                        row -> row.getInt(1),
                        fix.ticket())
                .stream()
                .findFirst()
                .orElse(null);
        evidence.solved(
                fix.ticket(), fix.craftsman(), fix.confidential() ? null : fix.rewritten(), rating, times.now());
    }
}
