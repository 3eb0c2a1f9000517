package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.account.Statements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconcilerIT {
    private final Workshop workshop;
    private final Statements database;
    private final TicketStore store;
    private final Reconciler reconciler;
    private final DueTickets due;

    ReconcilerIT(Workshop workshop, Statements database, TicketStore store, Reconciler reconciler, DueTickets due) {
        this.workshop = workshop;
        this.database = database;
        this.store = store;
        this.reconciler = reconciler;
        this.due = due;
    }

    @Test
    void anOpenTicketWithoutALiveOfferIsOfferedAgainAndCounted() {
        database.update("DELETE FROM craftsman_solved WHERE account_id = ?", workshop.account("craftsman2"));
        UUID id = UUID.fromString(workshop.opened());
        database.update("DELETE FROM ticket_offer WHERE ticket_id = ?", id);
        double before = repaired("no-live-offer");
        reconciler.run();
        assertThat(offers(id)).contains(workshop.account("craftsman")).doesNotContain(workshop.account("craftsman2"));
        assertThat(repaired("no-live-offer")).isEqualTo(before + 1);
        reconciler.run();
        assertThat(repaired("no-live-offer")).isEqualTo(before + 1);
    }

    @Test
    void whatEverybodyDeclinedGoesToThePoolOfTheDispatchersOnce() {
        String id = workshop.opened();
        // First those who fit decline, then everybody else.
        for (int i = 0; i < 2; i++) {
            database.update("UPDATE ticket_offer SET declined_at = now() WHERE ticket_id = ?", UUID.fromString(id));
            reconciler.run();
        }
        assertThat(database.list(
                        "SELECT account_id FROM ticket_offer WHERE ticket_id = ?",
                        row -> row.getObject(1, UUID.class),
                        UUID.fromString(id)))
                .contains(workshop.account("craftsman"), workshop.account("craftsman2"));
        reconciler.run();
        assertThat(database.list(
                        "SELECT audience FROM outbox_event WHERE subject = ? AND type = 'ticket.pooled'",
                        row -> List.of((String[]) row.getArray(1).getArray()),
                        id))
                .singleElement()
                .satisfies(
                        audience -> assertThat(audience).containsExactly("account:" + workshop.account("dispatcher")));
        workshop.as("craftsman2")
                .post("/api/v1/tickets/" + id + "/claim")
                .then()
                .statusCode(200);
    }

    @Test
    void aTicketThatWasNeverOfferedIsOpened() {
        UUID id = QuarkusTransaction.requiringNew().call(this::stuckAsNew);
        reconciler.run();
        assertThat(store.find(id).orElseThrow().state()).isEqualTo(TicketState.OPEN);
        assertThat(offers(id)).isNotEmpty();
    }

    @Test
    void anAnsweredTicketWithoutAConfirmationClockGetsOne() {
        UUID id = UUID.fromString(workshop.solved());
        database.update("UPDATE ticket SET due_at = NULL WHERE id = ?", id);
        reconciler.run();
        assertThat(store.find(id).orElseThrow().standing().due()).isNotNull();
    }

    @Test
    void aClaimWithoutAnEndGetsOne() {
        UUID id = UUID.fromString(workshop.claimed());
        database.update("UPDATE ticket SET lease_until = NULL, leased_at = NULL WHERE id = ?", id);
        due.run();
        reconciler.run();
        assertThat(store.find(id).orElseThrow().standing().leaseUntil()).isNotNull();
    }

    @Test
    void whatIsInOrderIsLeftAlone() {
        UUID open = UUID.fromString(workshop.opened());
        UUID claimed = UUID.fromString(workshop.claimed());
        Ticket before = store.find(claimed).orElseThrow();
        reconciler.run();
        assertThat(store.find(claimed)).hasValue(before);
        assertThat(store.isOrphan(open)).isFalse();
    }

    /** A ticket as an interrupted hand in the database would leave it. */
    private UUID stuckAsNew() {
        UUID id = UUID.randomUUID();
        UUID asker = workshop.account("asker");
        database.update("""
                INSERT INTO ticket (id, number, state, question, language, asker_account, conversation_id, dossier, opened_at)
                VALUES (?, ?, 'NEW', '细长轴', 'zh', ?, ?,
                        '{"rewritten":"细长轴","passages":[],"reason":"TOO_THIN"}', now())
                """, id, "T-0-" + id, asker, workshop.thread(asker));
        database.update("""
                INSERT INTO ticket_event (ticket_id, event, actor, to_state, epoch, at) VALUES (?, 'OPEN', 'system', 'NEW', 0, now())
                """, id);
        return id;
    }

    private List<UUID> offers(UUID id) {
        return database.list(
                "SELECT account_id FROM ticket_offer WHERE ticket_id = ? AND declined_at IS NULL",
                row -> row.getObject(1, UUID.class),
                id);
    }

    /** As the metrics endpoint tells it. */
    private static double repaired(String what) {
        return io.restassured.RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("jiangwen_tickets_repaired_total{") && line.contains(what))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0.0);
    }
}
