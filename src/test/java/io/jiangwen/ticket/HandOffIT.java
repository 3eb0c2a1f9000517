package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.account.Statements;
import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.EventStream;
import io.jiangwen.testsupport.ServerEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A question that nobody can answer from what is known: its asker sees the ticket at once, and an honest expectation. */
@QuarkusTest
class HandOffIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Callers callers;
    private final Statements database;
    private final ReplyEstimate estimate;
    private final Workshop workshop;

    HandOffIT(Callers callers, Statements database, ReplyEstimate estimate, Workshop workshop) {
        this.callers = callers;
        this.database = database;
        this.estimate = estimate;
        this.workshop = workshop;
    }

    @Test
    void theAskerSeesNumberAndExpectationWithinTwoSecondsOfTheHandOff() throws Exception {
        Api asker = callers.as("asker");
        try (EventStream events = asker.events(null)) {
            String thread = asker.thread();
            JsonPath turn = asker.ask(thread, "激光切割3 mm不锈钢板背面挂渣，怎么调参数？批号" + UUID.randomUUID());
            String id = turn.getString("ticket.id");
            ServerEvent told = events.next(id);
            OffsetDateTime opened =
                    OffsetDateTime.parse(asker.read("/tickets/{id}", id).getString("openedAt"));
            OffsetDateTime written = database.first(
                            "SELECT at FROM outbox_event WHERE subject = ? ORDER BY seq LIMIT 1",
                            row -> row.getObject("at", OffsetDateTime.class),
                            id)
                    .orElseThrow();
            assertThat(told.data()).contains(turn.getString("ticket.number"));
            assertThat(turn.getString("message")).contains(turn.getString("ticket.number"));
            assertThat(Duration.between(opened, written)).isLessThan(AT_ONCE);
            assertThat(Duration.between(opened, OffsetDateTime.now(java.time.ZoneOffset.UTC)))
                    .as("opened, told over the live stream and read again")
                    .isLessThan(AT_ONCE);
        }
    }

    @Test
    void theExpectationIsTheMedianOfWhatWasAnsweredOrNothing() {
        String id = workshop.opened();
        Optional<Duration> median = estimate.median();
        JsonPath ticket = callers.as("asker").read("/tickets/{id}", id);
        @Nullable String expected = ticket.getString("expectedBy");
        OffsetDateTime opened = OffsetDateTime.parse(ticket.getString("openedAt"));
        if (median.isEmpty()) assertThat(expected).isNull();
        else assertThat(OffsetDateTime.parse(String.valueOf(expected))).isEqualTo(opened.plus(median.get()));
        int answered = database.first(
                        "SELECT count(*) FROM ticket WHERE replied_at IS NOT NULL AND NOT confidential",
                        row -> row.getInt(1))
                .orElseThrow();
        assertThat(median.isPresent()).as("%s tickets were answered", answered).isEqualTo(answered >= 5);
    }
}
