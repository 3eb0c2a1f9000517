package io.jiangwen.ticket;

import io.jiangwen.account.CallerId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of table {@code ticket}. */
@ApplicationScoped
class TicketStore {
    private static final String COLUMNS = """
            SELECT t.id, t.number, t.state, t.closed_as, t.level, t.epoch, t.owner_id, t.lease_until, t.question,
                   t.language, t.trade, t.confidential, t.enterprise_id, t.enterprise_name, t.region, t.asker_account,
                   t.asker_visitor, t.conversation_id, t.turn_id, t.dossier, t.reply_text, t.reply_card,
                   t.reply_consent, t.replied_at, t.rating, t.asker_consent, t.comment, t.opened_at, t.closed_at
            FROM ticket t
            """;

    private final TicketDatabase database;
    private final TicketRow row;

    TicketStore(TicketDatabase database, TicketRow row) {
        this.database = database;
        this.row = row;
    }

    String nextNumber(int year) {
        long next = database.first("SELECT nextval('ticket_number_seq')", result -> result.getLong(1))
                .orElseThrow();
        return String.format("T-%d-%06d", year, next);
    }

    Optional<Ticket> find(UUID id) {
        return database.first(COLUMNS + "WHERE t.id = ?", row::read, id);
    }

    /** Nobody else moves the ticket until the transaction ends. */
    Optional<Ticket> lock(UUID id) {
        return database.first(COLUMNS + "WHERE t.id = ? FOR UPDATE", row::read, id);
    }

    /**
     * Unfinished tickets of a thread, newest first. Nobody moves them until the transaction ends, so that a claim
     * cannot slip in between asking whether a person owns the thread and answering in it.
     */
    List<Ticket> holdStill(UUID conversation) {
        return database.list(COLUMNS + """
                WHERE t.conversation_id = ? AND t.state NOT IN ('CLOSED', 'CANCELLED')
                ORDER BY t.opened_at DESC, t.id
                FOR SHARE
                """, row::read, conversation);
    }

    /** Tickets whose lease has run out, locked; those that somebody works on at this moment are left out. */
    List<Ticket> lockExpired(OffsetDateTime now, int limit) {
        return database.list(COLUMNS + """
                WHERE t.state = 'ASSIGNED' AND t.lease_until < ?
                ORDER BY t.lease_until
                LIMIT ?
                FOR UPDATE SKIP LOCKED
                """, row::read, now, limit);
    }

    /** What the caller may see, newest first; see {@link TicketQuery}. */
    List<Ticket> list(TicketQuery query, Sight sight) {
        return database.list(
                COLUMNS + "WHERE " + Sight.CONDITION + TicketQuery.CONDITION, row::read, query.values(sight));
    }

    boolean sees(Sight sight, UUID ticket) {
        return database.first(
                        "SELECT 1 FROM ticket t WHERE t.id = ? AND " + Sight.CONDITION,
                        result -> true,
                        sight.valuesAfter(ticket))
                .isPresent();
    }

    void insert(Ticket ticket) {
        Asking asking = ticket.asking();
        database.update(
                """
                INSERT INTO ticket (id, number, state, question, language, trade, confidential, enterprise_id,
                                    enterprise_name, region, asker_account, asker_visitor, conversation_id, turn_id,
                                    dossier, opened_at)
                VALUES (?, ?, 'NEW', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?)
                """,
                ticket.id(),
                ticket.number(),
                asking.question(),
                asking.language().tag(),
                asking.trade(),
                asking.confidential(),
                asking.enterprise(),
                asking.enterpriseName(),
                asking.region(),
                asking.asker() instanceof CallerId.AccountId account ? account.value() : null,
                asking.asker() instanceof CallerId.VisitorId visitor ? visitor.value() : null,
                asking.conversation(),
                asking.turn(),
                row.json(asking.dossier()),
                asking.openedAt());
    }

    /** Gives an open ticket to a craftsman, if nobody was faster; decided by the database alone. */
    boolean claim(UUID id, UUID craftsman, OffsetDateTime leaseUntil) {
        return database.update("""
                        UPDATE ticket SET state = 'ASSIGNED', owner_id = ?, epoch = epoch + 1, lease_until = ?
                        WHERE id = ? AND state = 'OPEN'
                        """, craftsman, leaseUntil, id) == 1;
    }

    /** Writes whatever may change of a ticket that the transaction has locked. */
    void save(Ticket ticket) {
        Standing standing = ticket.standing();
        Reply reply = ticket.reply();
        Feedback feedback = ticket.feedback();
        int written = database.update(
                """
                UPDATE ticket SET state = ?, closed_as = ?, level = ?, epoch = ?, owner_id = ?, lease_until = ?,
                       reply_text = ?, reply_card = CAST(? AS jsonb), reply_consent = ?, replied_at = ?,
                       rating = ?, asker_consent = ?, comment = ?, closed_at = ?
                WHERE id = ?
                """,
                standing.state().name(),
                standing.closedAs() == null ? null : standing.closedAs().name(),
                standing.level(),
                standing.epoch(),
                standing.owner(),
                standing.leaseUntil(),
                reply == null ? null : reply.text(),
                reply == null || reply.card() == null ? null : row.json(reply.card()),
                reply == null ? null : reply.consent(),
                reply == null ? null : reply.at(),
                feedback == null ? null : feedback.rating(),
                feedback == null ? null : feedback.consent(),
                feedback == null ? null : feedback.comment(),
                ticket.closedAt(),
                ticket.id());
        if (written != 1) throw new IllegalStateException("ticket " + ticket.number() + " is gone");
    }
}
