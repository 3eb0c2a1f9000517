package io.jiangwen.ticket;

import io.jiangwen.craftsman.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** To whom a ticket was offered, and why. */
@ApplicationScoped
class TicketOffers {
    private final TicketDatabase database;

    TicketOffers(TicketDatabase database) {
        this.database = database;
    }

    void make(UUID ticket, List<Offer> offers, OffsetDateTime at) {
        for (Offer offer : offers) {
            database.update(
                    "INSERT INTO ticket_offer (ticket_id, account_id, reason, at) VALUES (?, ?, ?, ?)",
                    ticket,
                    offer.account(),
                    offer.reason(),
                    at);
        }
    }

    /** Why it was offered to this craftsman, if it was. */
    Optional<String> reasonFor(UUID ticket, UUID account) {
        return database.first(
                "SELECT reason FROM ticket_offer WHERE ticket_id = ? AND account_id = ?",
                row -> row.getString("reason"),
                ticket,
                account);
    }
}
