package io.jiangwen.ticket;

import io.jiangwen.account.Statements;
import io.jiangwen.craftsman.Offer;
import io.jiangwen.craftsman.Workload;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To whom a ticket was offered, and why. */
@ApplicationScoped
class TicketOffers {
    private final Statements database;

    TicketOffers(Statements database) {
        this.database = database;
    }

    void make(UUID ticket, List<Offer> offers, OffsetDateTime at) {
        int place = 0;
        for (Offer offer : offers) {
            database.update(
                    "INSERT INTO ticket_offer (ticket_id, account_id, reason, at, place) VALUES (?, ?, ?, ?, ?)",
                    ticket,
                    offer.account(),
                    offer.reason(),
                    at,
                    ++place);
        }
    }

    /** What craftsmen have to do already; offers since then count. */
    Map<UUID, Workload> workloads(OffsetDateTime since) {
        Map<UUID, Workload> workloads = new HashMap<>();
        database.list(
                """
                SELECT a.id,
                       (SELECT count(*) FROM ticket t
                        WHERE t.owner_id = a.id AND t.state IN ('ASSIGNED', 'PENDING', 'ON_HOLD')) AS held,
                       (SELECT count(*) FROM ticket_offer o WHERE o.account_id = a.id AND o.at >= ?) AS offered
                FROM account a WHERE a.role = 'CRAFTSMAN' AND NOT a.disabled
                """,
                row -> workloads.put(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        new Workload(row.getInt("held"), row.getInt("offered"))),
                since);
        return workloads;
    }

    /** Everybody it was offered to with the reason, those first who were asked first. */
    List<TicketView.Offered> of(UUID ticket) {
        return database.list(
                """
                SELECT a.display_name, o.reason, o.at, o.declined_at, o.decline_reason
                FROM ticket_offer o JOIN account a ON a.id = o.account_id
                WHERE o.ticket_id = ? ORDER BY o.at, o.place, a.display_name, a.id
                """,
                row -> new TicketView.Offered(
                        row.getString("display_name"),
                        row.getString("reason"),
                        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)),
                        row.getObject("declined_at", OffsetDateTime.class),
                        row.getString("decline_reason")),
                ticket);
    }

    /** A person who was given the ticket may see it from then on; an offer made before stays. */
    void remember(UUID ticket, UUID account, @Nullable String reason, OffsetDateTime at) {
        database.update("""
                INSERT INTO ticket_offer (ticket_id, account_id, reason, at) VALUES (?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT ticket_offer_pk DO UPDATE SET declined_at = NULL, decline_reason = NULL
                """, ticket, account, reason == null ? "" : reason, at);
    }

    /** The craftsman does not want it. */
    void decline(UUID ticket, UUID account, @Nullable String reason, OffsetDateTime at) {
        database.update(
                "UPDATE ticket_offer SET declined_at = ?, decline_reason = ? WHERE ticket_id = ? AND account_id = ?",
                at,
                reason,
                ticket,
                account);
    }

    /** Everybody it was offered to, those who declined too. */
    List<UUID> everOffered(UUID ticket) {
        return database.list(
                "SELECT account_id FROM ticket_offer WHERE ticket_id = ?",
                row -> row.getObject("account_id", UUID.class),
                ticket);
    }

    boolean isDeclined(UUID ticket, UUID account) {
        return database.first(
                        "SELECT 1 FROM ticket_offer WHERE ticket_id = ? AND account_id = ? AND declined_at IS NOT NULL",
                        row -> true,
                        ticket,
                        account)
                .isPresent();
    }

    /** Why it was offered to this craftsman, if it was and he has not declined. */
    Optional<String> reasonFor(UUID ticket, UUID account) {
        return database.first(
                "SELECT reason FROM ticket_offer WHERE ticket_id = ? AND account_id = ? AND declined_at IS NULL",
                row -> row.getString("reason"),
                ticket,
                account);
    }
}
