package io.jiangwen.ticket;

import io.jiangwen.account.CallerId;
import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of table {@code ticket}. */
@ApplicationScoped
class TicketStore {
    private static final String FIELDS = """
            SELECT t.id, t.number, t.state, t.closed_as, t.level, t.epoch, t.owner_id, t.leased_at, t.lease_until,
                   t.due_at, t.reminders, t.question,
                   t.language, t.trade, t.confidential, t.enterprise_id, t.enterprise_name, t.region, t.asker_account,
                   t.asker_visitor, t.conversation_id, t.turn_id, t.dossier, t.reply_text, t.reply_card,
                   t.reply_consent, t.replied_at, t.rating, t.asker_consent, t.comment, t.opened_at, t.closed_at,
                   ARRAY(SELECT CASE WHEN j.asker_account IS NULL THEN 'v' || j.asker_visitor ELSE 'a' || j.asker_account END
                         FROM ticket_asker j WHERE j.ticket_id = t.id AND j.word <> 'REJECTED') AS joined
            """;

    private static final String COLUMNS = FIELDS + " FROM ticket t ";

    private static final String ORPHAN = """
            t.state = 'NEW'
            OR (t.state = 'ASSIGNED' AND t.lease_until IS NULL)
            OR (t.state IN ('PENDING', 'ON_HOLD', 'SOLVED') AND t.due_at IS NULL)
            OR (t.state = 'OPEN' AND t.pooled_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM ticket_offer o JOIN account a ON a.id = o.account_id
                WHERE o.ticket_id = t.id AND o.declined_at IS NULL AND NOT a.disabled
                  AND NOT EXISTS (SELECT 1 FROM craftsman_absence b
                                  WHERE b.account_id = a.id AND b.from_at <= now() AND b.until_at > now())))
            """;

    private final Statements database;
    private final TicketRow row;
    private final TicketWords words;

    TicketStore(Statements database, TicketRow row, TicketWords words) {
        this.database = database;
        this.row = row;
        this.words = words;
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
                WHERE (t.conversation_id = ?
                       OR t.id IN (SELECT j.ticket_id FROM ticket_asker j WHERE j.conversation_id = ?))
                  AND t.state NOT IN ('CLOSED', 'CANCELLED')
                ORDER BY t.opened_at DESC, t.id
                FOR SHARE
                """, row::read, conversation, conversation);
    }

    /** Tickets on which the system has to act by now, the longest due first. */
    List<UUID> due(OffsetDateTime now, int limit) {
        return database.list("""
                SELECT t.id FROM ticket t
                WHERE (t.state = 'ASSIGNED' AND (t.lease_until < ? OR EXISTS (
                           SELECT 1 FROM craftsman_absence b WHERE b.account_id = t.owner_id AND b.from_at <= ?
                             AND b.until_at > ? AND greatest(b.from_at, b.created_at) > t.leased_at)))
                   OR (t.state IN ('PENDING', 'ON_HOLD', 'SOLVED') AND t.due_at < ?)
                ORDER BY coalesce(t.lease_until, t.due_at), t.id
                LIMIT ?
                """, result -> result.getObject("id", UUID.class), now, now, now, now, limit);
    }

    /** As {@link #lock}, but empty when somebody works on it at this moment. */
    Optional<Ticket> lockIfFree(UUID id) {
        return database.first(COLUMNS + "WHERE t.id = ? FOR UPDATE SKIP LOCKED", row::read, id);
    }

    /** Tickets that nobody would ever come back to, oldest first. */
    List<UUID> orphans(int limit) {
        return database.list(
                "SELECT t.id FROM ticket t WHERE " + ORPHAN + " ORDER BY t.opened_at, t.id LIMIT ?",
                result -> result.getObject("id", UUID.class),
                limit);
    }

    boolean isOrphan(UUID id) {
        return database.first("SELECT 1 FROM ticket t WHERE t.id = ? AND (" + ORPHAN + ")", result -> true, id)
                .isPresent();
    }

    void setDue(UUID id, OffsetDateTime at) {
        database.update("UPDATE ticket SET due_at = ? WHERE id = ?", at, id);
    }

    /** Leaves an open ticket to the dispatchers of its region. */
    void pool(UUID id, OffsetDateTime at) {
        database.update("UPDATE ticket SET pooled_at = ? WHERE id = ?", at, id);
    }

    /** A ticket of a list, and the place where the list would go on after it. */
    record Listed(Ticket ticket, TicketQuery.Place place) {}

    /** What the caller may see, in the order of the view; see {@link TicketQuery}. */
    List<Listed> list(TicketQuery query, Sight sight) {
        return database.list(
                FIELDS + ", " + query.view().key() + " AS place FROM ticket t WHERE " + Sight.CONDITION
                        + query.condition(),
                result -> new Listed(
                        row.read(result),
                        new TicketQuery.Place(
                                result.getObject("place", OffsetDateTime.class), result.getObject("id", UUID.class))),
                query.values(sight, words));
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
                                    dossier, opened_at, lexemes)
                VALUES (?, ?, 'NEW', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, CAST(? AS tsvector))
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
                asking.openedAt(),
                words.vector(asking.question()));
    }

    /**
     * Writes whatever a move may change, on condition that the ticket still stands where it was read.
     *
     * @throws IllegalStateException when it does not, which undoes the transaction
     */
    void move(Ticket before, Ticket after) {
        Standing standing = after.standing();
        Lease lease = standing.lease();
        Reply reply = after.reply();
        Feedback feedback = after.feedback();
        int written = database.update(
                """
                UPDATE ticket SET state = ?, closed_as = ?, level = ?, epoch = ?, owner_id = ?, leased_at = ?,
                       lease_until = ?, due_at = ?, reminders = ?,
                       reply_text = ?, reply_card = CAST(? AS jsonb), reply_consent = ?, replied_at = ?,
                       rating = ?, asker_consent = ?, comment = ?, closed_at = ?
                WHERE id = ? AND state = ? AND epoch = ?
                """,
                standing.state().name(),
                standing.closedAs() == null ? null : standing.closedAs().name(),
                standing.level(),
                standing.epoch(),
                standing.owner(),
                lease == null ? null : lease.since(),
                lease == null ? null : lease.until(),
                standing.due(),
                standing.reminders(),
                reply == null ? null : reply.text(),
                reply == null || reply.card() == null ? null : row.json(reply.card()),
                reply == null ? null : reply.consent(),
                reply == null ? null : reply.at(),
                feedback == null ? null : feedback.rating(),
                feedback == null ? null : feedback.consent(),
                feedback == null ? null : feedback.comment(),
                after.closedAt(),
                after.id(),
                before.state().name(),
                before.epoch());
        if (written != 1) throw new IllegalStateException("ticket " + after.number() + " moved meanwhile");
    }

    /** Writes a longer lease of a ticket that the transaction has locked. */
    void renew(Ticket ticket) {
        Lease lease = ticket.standing().lease();
        database.update(
                "UPDATE ticket SET leased_at = ?, lease_until = ? WHERE id = ? AND state = 'ASSIGNED' AND epoch = ?",
                lease == null ? null : lease.since(),
                lease == null ? null : lease.until(),
                ticket.id(),
                ticket.epoch());
    }

    /** The unfinished ticket of the same asker that follows up on this one. */
    Optional<UUID> successor(UUID closed, UUID asker) {
        return database.first("""
                SELECT id FROM ticket
                WHERE follows_id = ? AND (asker_account = ? OR asker_visitor = ?) AND state NOT IN ('CLOSED', 'CANCELLED')
                """, result -> result.getObject("id", UUID.class), closed, asker, asker);
    }

    /** The newest ticket of somebody who was split off from this one. */
    Optional<UUID> splitFrom(UUID ticket, UUID asker) {
        return database.first("""
                SELECT id FROM ticket WHERE follows_id = ? AND (asker_account = ? OR asker_visitor = ?)
                ORDER BY opened_at DESC LIMIT 1
                """, result -> result.getObject("id", UUID.class), ticket, asker, asker);
    }

    /** The ticket that this one follows up on. */
    void link(UUID ticket, UUID earlier) {
        database.update("UPDATE ticket SET follows_id = ? WHERE id = ?", earlier, ticket);
    }
}
