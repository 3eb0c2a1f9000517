package io.jiangwen.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.account.CallerId;
import io.jiangwen.answer.Certification;
import io.jiangwen.confidence.Certificate;
import io.jiangwen.problem.Problem;
import io.jiangwen.text.Language;
import io.jiangwen.ticket.TicketState;
import io.jiangwen.ticket.TicketSummary;
import io.jiangwen.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns in the database: stored as they were told, only the ticket is read afresh. */
@ApplicationScoped
class TurnStore {
    /** What {@link #turn} reads, of the table {@code turn t}. */
    private static final String TOLD = """
            CAST(t.result AS text) AS result, t.ticket_id,
            (SELECT a.settled_at FROM audit a WHERE a.turn_id = t.id AND a.outcome = 'WRONG') AS recalled_at,
            (SELECT later.id FROM turn later WHERE later.regenerates = t.id) AS successor,
            f.helpful, f.reason AS why, f.given_at
            """;

    private static final String FROM = """
            FROM turn t LEFT JOIN turn_feedback f ON f.turn_id = t.id
            """;

    /** Enough turns to find the questions that a thread remembers among those that do not count. */
    private static final int LOOKED_BACK = 30;

    private final EntityManager database;
    private final Tickets tickets;
    private final Certification certification;
    private final ObjectMapper json;

    TurnStore(EntityManager database, Tickets tickets, Certification certification, ObjectMapper json) {
        this.database = database;
        this.tickets = tickets;
        this.certification = certification;
        this.json = json;
    }

    /** Adds the next turn of a thread; the caller holds its lock. */
    void append(Asking asking, Turn turn, Language language) {
        database.createNativeQuery("""
                INSERT INTO turn (id, conversation_id, ordinal, question, rewritten, language, outcome, reason, message,
                                  probability, result, ticket_id, idempotency_key, created_at, regenerates)
                SELECT :id, :conversation,
                       1 + coalesce((SELECT max(ordinal) FROM turn WHERE conversation_id = :conversation), 0),
                       :question, :rewritten, :language, :outcome, CAST(:reason AS text), :message,
                       CAST(:probability AS float8), CAST(:result AS jsonb), CAST(:ticket AS uuid), CAST(:key AS text),
                       :now, CAST(:regenerates AS uuid)
                """)
                .setParameter("id", turn.id())
                .setParameter("conversation", asking.conversation())
                .setParameter("question", turn.question())
                .setParameter("rewritten", turn.rewritten())
                .setParameter("language", language.tag())
                .setParameter("outcome", turn.outcome().name())
                .setParameter("reason", turn.reason())
                .setParameter("message", turn.message())
                .setParameter(
                        "probability",
                        turn.probability() == null ? null : turn.probability().toString())
                .setParameter("result", write(turn))
                .setParameter("ticket", ticketOf(turn))
                .setParameter("key", asking.key())
                .setParameter("now", turn.createdAt().toInstant())
                .setParameter(
                        "regenerates",
                        asking.regenerates() == null
                                ? null
                                : asking.regenerates().toString())
                .executeUpdate();
    }

    /** Stores what is told about a turn after its ticket was opened. */
    void amend(Turn turn) {
        database.createNativeQuery("""
                UPDATE turn SET outcome = :outcome, message = :message, ticket_id = CAST(:ticket AS uuid), waiting = NULL,
                                result = CAST(:result AS jsonb)
                WHERE id = :id
                """)
                .setParameter("outcome", turn.outcome().name())
                .setParameter("message", turn.message())
                .setParameter("ticket", ticketOf(turn))
                .setParameter("result", write(turn))
                .setParameter("id", turn.id())
                .executeUpdate();
    }

    /** Remembers what a ticket will be opened with once the visitor left a contact. */
    void await(UUID turn, Waiting waiting) {
        database.createNativeQuery("UPDATE turn SET waiting = CAST(:waiting AS jsonb) WHERE id = :id")
                .setParameter("waiting", write(waiting))
                .setParameter("id", turn)
                .executeUpdate();
    }

    /** The newest turn of a visitor that waits for his contact; locked until the transaction ends. */
    Optional<Waiting.Found> waiting(CallerId visitor) {
        List<?> rows = database.createNativeQuery("""
                        SELECT t.conversation_id, CAST(t.waiting AS text) AS waiting,
                        """ + TOLD + FROM + """
                        JOIN conversation c ON c.id = t.conversation_id
                        WHERE c.visitor_id = CAST(:visitor AS uuid) AND t.waiting IS NOT NULL
                        ORDER BY t.created_at DESC LIMIT 1 FOR UPDATE OF t
                        """, Tuple.class)
                .setParameter("visitor", Conversations.visitor(visitor))
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Tuple.class::cast)
                .map(row -> new Waiting.Found(
                        row.get("conversation_id", UUID.class),
                        turn(row, certification.certificate()),
                        read(row.get("waiting", String.class), Waiting.class)));
    }

    /**
     * What the asker said lately, oldest first; of a turn that was asked again only the newest counts.
     *
     * @param until only what came before this turn; null for all
     */
    List<History.Said> said(UUID conversation, @Nullable UUID until) {
        List<?> newestFirst = database.createNativeQuery("""
                        SELECT question, outcome, reason FROM turn
                        WHERE conversation_id = :id
                          AND ordinal < coalesce((SELECT ordinal FROM turn WHERE id = CAST(:until AS uuid)), 2147483647)
                          AND NOT EXISTS (SELECT 1 FROM turn later WHERE later.regenerates = turn.id)
                        ORDER BY ordinal DESC LIMIT :most
                        """, Tuple.class)
                .setParameter("id", conversation)
                .setParameter("until", until == null ? null : until.toString())
                .setParameter("most", LOOKED_BACK)
                .getResultList();
        return newestFirst.reversed().stream()
                .map(Tuple.class::cast)
                .map(row -> new History.Said(
                        row.get("question", String.class),
                        TurnOutcome.valueOf(row.get("outcome", String.class)),
                        row.get("reason", String.class)))
                .toList();
    }

    /** The waiting ticket of a request for a person that named no trouble, while nothing else was asked since. */
    Optional<TicketSummary> wishWithoutTrouble(UUID conversation) {
        List<?> rows = database.createNativeQuery("""
                        SELECT ticket_id FROM (
                            SELECT ticket_id, reason, rewritten = question AS bare FROM turn
                            WHERE conversation_id = :id AND outcome NOT IN ('SMALL_TALK', 'OUT_OF_SCOPE')
                              AND reason IS DISTINCT FROM 'UNREADABLE'
                            ORDER BY ordinal DESC LIMIT 1) AS newest
                        WHERE ticket_id IS NOT NULL AND reason = 'PERSON_REQUESTED' AND bare
                        """, UUID.class)
                .setParameter("id", conversation)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(UUID.class::cast)
                .flatMap(tickets::summary)
                .filter(ticket -> ticket.state() == TicketState.NEW || ticket.state() == TicketState.OPEN);
    }

    /** The turns of a thread in their order. */
    @Transactional
    List<Turn> turns(UUID conversation) {
        return select("t.conversation_id = :id ORDER BY t.ordinal", Map.of("id", conversation));
    }

    /** @throws Problem.NotFound when the thread has no such turn */
    @Transactional
    Turn find(UUID conversation, UUID turn) {
        return select("t.conversation_id = :id AND t.id = :turn", Map.of("id", conversation, "turn", turn)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("turn"));
    }

    /** What was answered to an earlier request with the same idempotency key. */
    Optional<Turn> ofKey(UUID conversation, @Nullable String key) {
        if (key == null) return Optional.empty();
        return select("t.conversation_id = :id AND t.idempotency_key = :key", Map.of("id", conversation, "key", key))
                .stream()
                .findFirst();
    }

    /** The turn that took another's place. */
    Optional<Turn> successor(@Nullable UUID turn) {
        if (turn == null) return Optional.empty();
        return select("t.regenerates = :turn", Map.of("turn", turn)).stream().findFirst();
    }

    /** @param condition SQL of ours */
    private List<Turn> select(String condition, Map<String, Object> parameters) {
        Query query = database.createNativeQuery("SELECT " + TOLD + FROM + "WHERE " + condition, Tuple.class);
        parameters.forEach(query::setParameter);
        List<?> rows = query.getResultList();
        if (rows.isEmpty()) return List.of();
        Certificate standing = certification.certificate();
        return rows.stream().map(row -> turn((Tuple) row, standing)).toList();
    }

    private static @Nullable Feedback feedback(Tuple row) {
        Boolean helpful = row.get("helpful", Boolean.class);
        if (helpful == null) return null;
        return new Feedback(
                helpful,
                row.get("why", String.class),
                row.get("given_at", Instant.class).atOffset(ZoneOffset.UTC));
    }

    /** The turn as it was told, its ticket and what is known of the answer as they are now. */
    private Turn turn(Tuple row, Certificate standing) {
        Turn told = read(row.get("result", String.class), Turn.class);
        UUID ticket = row.get("ticket_id", UUID.class);
        Instant recalledAt = row.get("recalled_at", Instant.class);
        return told.now(new Turn.Present(
                standing,
                ticket == null ? told.ticket() : tickets.summary(ticket).orElse(told.ticket()),
                recalledAt == null ? null : new Turn.Recall("AUDIT", recalledAt.atOffset(ZoneOffset.UTC)),
                row.get("successor", UUID.class),
                feedback(row)));
    }

    private static @Nullable String ticketOf(Turn turn) {
        TicketSummary ticket = turn.ticket();
        return ticket == null ? null : ticket.id().toString();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that cannot be written as JSON", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored turn cannot be read", e);
        }
    }
}
