package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.account.Statements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The database holds the same table of transitions, and keeps to it whatever the code believes. */
@QuarkusTest
class TicketTableIT {
    private final Statements database;
    private final Workshop workshop;
    private final DataSource dataSource;

    TicketTableIT(Statements database, Workshop workshop, DataSource dataSource) {
        this.database = database;
        this.workshop = workshop;
        this.dataSource = dataSource;
    }

    @Test
    void theDatabaseHoldsTheSameTransitionsAsTheCode() {
        assertThat(database.list("SELECT event, from_state, to_state FROM ticket_transition", row -> {
                    String from = row.getString("from_state");
                    return new TicketMove(
                            TicketEvent.valueOf(row.getString("event")),
                            from == null ? null : TicketState.valueOf(from),
                            TicketState.valueOf(row.getString("to_state")));
                }))
                .containsExactlyInAnyOrderElementsOf(Transitions.TABLE.stream()
                        .map(Transition::move)
                        .distinct()
                        .toList());
    }

    @Test
    void theDatabaseRefusesEveryOtherTransition() throws SQLException {
        UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        UUID owner = workshop.account("craftsman");
        for (TicketState from : TicketState.values()) {
            for (TicketState to : TicketState.values()) {
                if (from == to) continue;
                boolean allowed = Transitions.TABLE.stream()
                        .anyMatch(row -> row.move().from() == from && row.move().to() == to);
                assertThat(moves(id, owner, from, to)).as("%s to %s", from, to).isEqualTo(allowed);
            }
        }
    }

    @Test
    void anEpochRisesByOneAndNeverFalls() {
        UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        refused(id, "epoch = 2", "rises by one");
        refused(id, "epoch = -1", "never falls");
    }

    @Test
    void anOwnerChangesOnlyUnderANewEpoch() {
        UUID id = UUID.fromString(workshop.claimed());
        refused(id, "owner_id = '" + workshop.account("craftsman2") + "'", "under a new epoch");
    }

    @Test
    void noMoveIsCommittedWithoutItsEvent() {
        UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        refused(id, "epoch = 1", "moved without an event");
        refused(id, "state = 'CANCELLED'", "moved without an event");
    }

    @Test
    void anEventThatTheTableDoesNotHaveIsRefused() {
        UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        for (String row :
                List.of("'REPLY', 'OPEN', 'SOLVED'", "'CLAIM', 'CLOSED', 'ASSIGNED'", "'LOSE', 'OPEN', 'NEW'"))
            assertThatThrownBy(() -> database.update(
                            "INSERT INTO ticket_event (ticket_id, event, from_state, to_state, actor, epoch, at) VALUES (?, "
                                    + row + ", 'system', 1, now())",
                            id))
                    .rootCause()
                    .hasMessageContaining("does not lead from");
    }

    private void refused(UUID id, String change, String message) {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.update("UPDATE ticket SET " + change + " WHERE id = ?", id)))
                .satisfies(thrown -> assertThat(causes(thrown)).anyMatch(text -> text.contains(message)));
        assertThat(workshop.as("admin").get("/api/v1/tickets/" + id).statusCode())
                .isEqualTo(200);
    }

    /** A refusal at commit arrives wrapped, and sometimes only as suppressed. */
    private static List<String> causes(Throwable thrown) {
        List<String> texts = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            texts.add(String.valueOf(cause.getMessage()));
            for (Throwable beside : cause.getSuppressed()) texts.addAll(causes(beside));
        }
        return texts;
    }

    @Test
    void eventsCanOnlyBeAdded() {
        workshop.open("asker", Workshop.SHAFT_QUESTION, false);
        assertThatThrownBy(() -> database.update("DELETE FROM ticket_event"))
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.update("TRUNCATE ticket_event"))
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.update("UPDATE ticket_event SET actor = 'nobody'"))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void aTicketStartsAsNew() {
        assertThatThrownBy(() -> database.update("""
                        INSERT INTO ticket (id, number, state, question, language, conversation_id, dossier, opened_at)
                        VALUES (gen_random_uuid(), 'T-0', 'OPEN', 'q', 'zh', gen_random_uuid(), '{}', now())
                        """)).rootCause().hasMessageContaining("starts as NEW");
    }

    /** Puts the ticket into a state behind the trigger's back, then tries to move it; all of it is undone. */
    private boolean moves(UUID id, UUID owner, TicketState from, TicketState to) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL session_replication_role = replica");
                put(connection, id, owner, from);
                statement.execute("SET LOCAL session_replication_role = origin");
                put(connection, id, owner, to);
                return true;
            } catch (SQLException e) {
                assertThat(e.getSQLState()).isEqualTo("23514");
                assertThat(e.getMessage()).contains("no event leads from " + from + " to " + to);
                return false;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void put(Connection connection, UUID id, UUID owner, TicketState state) throws SQLException {
        boolean waiting = state == TicketState.NEW || state == TicketState.OPEN;
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE ticket SET state = ?, owner_id = ?, epoch = epoch + 1, closed_as = ?, reply_text = 'use a follow rest' WHERE id = ?
                """)) {
            statement.setString(1, state.name());
            statement.setObject(2, waiting ? null : owner);
            statement.setString(3, state == TicketState.CLOSED ? "CONFIRMED" : null);
            statement.setObject(4, id);
            statement.executeUpdate();
        }
    }
}
