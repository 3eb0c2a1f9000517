package io.jiangwen.ticket;

import io.jiangwen.account.CallerId;
import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands around a ticket, read from the accounts. */
@ApplicationScoped
class TicketPeople {
    private final Statements database;
    private final Absences absences;

    TicketPeople(Statements database, Absences absences) {
        this.database = database;
        this.absences = absences;
    }

    String nameOf(UUID account) {
        return database.first(
                        "SELECT display_name FROM account WHERE id = ?", row -> row.getString("display_name"), account)
                .orElseThrow(() -> new IllegalStateException("account " + account + " is gone"));
    }

    /** An owner who cannot work on it any more, or not now. */
    boolean isAway(@Nullable UUID account, OffsetDateTime now) {
        return account == null
                || absences.at(now).contains(account)
                || database.first("SELECT 1 FROM account WHERE id = ? AND NOT disabled", row -> true, account)
                        .isEmpty();
    }

    /** Somebody a ticket can be given to. */
    boolean isCraftsman(UUID account) {
        return database.first(
                        "SELECT 1 FROM account WHERE id = ? AND role = 'CRAFTSMAN' AND NOT disabled",
                        row -> true,
                        account)
                .isPresent();
    }

    /** Whether a craftsman may take, or might have taken, the ticket: confidential ones only when offered to him. */
    boolean mayTake(UUID ticket, UUID craftsman) {
        return database.first("""
                        SELECT 1 FROM ticket t
                        WHERE t.id = ? AND (t.owner_id = ? OR NOT t.confidential
                            OR EXISTS (SELECT 1 FROM ticket_offer o WHERE o.ticket_id = t.id AND o.account_id = ? AND o.declined_at IS NULL))
                        """, row -> true, ticket, craftsman, craftsman).isPresent();
    }

    List<UUID> offeredTo(UUID ticket) {
        return database.list(
                "SELECT account_id FROM ticket_offer WHERE ticket_id = ? AND declined_at IS NULL",
                row -> row.getObject("account_id", UUID.class),
                ticket);
    }

    /** Dispatchers who see tickets of the region. */
    List<UUID> dispatchersOf(@Nullable String region) {
        return database.list("""
                SELECT id FROM account
                WHERE role = 'DISPATCHER' AND NOT disabled
                  AND (CAST(? AS text) IS NULL OR region IS NULL OR region = ?)
                """, row -> row.getObject("id", UUID.class), region, region);
    }

    /** What curation needs of a ticket that was just confirmed. */
    FixConfirmed fixOf(Ticket ticket) {
        Asking asking = ticket.asking();
        Reply reply = ticket.reply();
        UUID craftsman = ticket.standing().owner();
        Feedback feedback = ticket.feedback();
        if (reply == null || craftsman == null || feedback == null)
            throw new IllegalStateException(ticket.number() + " was confirmed without a reply");
        return new FixConfirmed(
                ticket.id(),
                asking.question(),
                asking.dossier().rewritten(),
                asking.language(),
                asking.trade(),
                asking.enterprise(),
                asking.enterpriseName(),
                namesOf(asking.asker()),
                craftsman,
                nameOf(craftsman),
                reply.text(),
                reply.card(),
                reply.consent() && feedback.consent(),
                asking.confidential());
    }

    /** Whoever must not be recognised in what others read of the ticket. */
    Discretion.Hidden whoseIs(Ticket ticket) {
        return new Discretion.Hidden(
                ticket.asking().askers().stream()
                        .flatMap(asker -> namesOf(asker).stream())
                        .toList(),
                ticket.asking().enterpriseName());
    }

    private List<String> namesOf(CallerId asker) {
        return switch (asker) {
            case CallerId.AccountId account -> List.of(nameOf(account.value()));
            case CallerId.VisitorId visitor ->
                database.list(
                        "SELECT contact FROM visitor WHERE id = ? AND contact IS NOT NULL",
                        row -> row.getString("contact"),
                        visitor.value());
        };
    }
}
