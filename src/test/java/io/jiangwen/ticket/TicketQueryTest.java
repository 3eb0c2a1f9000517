package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.problem.Problem;
import java.time.OffsetDateTime;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TicketQueryTest {
    @Test
    void aCursorLeadsBackToWhereThePageEnded() {
        TicketQuery.Place place = new TicketQuery.Place(
                OffsetDateTime.parse("2026-11-22T08:00:00.123456Z"),
                UUID.fromString("8a1c7f0e-0000-4000-8000-000000000001"));
        assertThat(TicketQuery.Place.parse(place.cursor())).isEqualTo(place);
    }

    @Property
    void anythingElseIsRefusedByName(@ForAll String noCursor) {
        assertThatThrownBy(() -> TicketQuery.Place.parse(noCursor))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("invalid-cursor"));
    }

    @Test
    void viewsAndStatesAreReadInAnyCase() {
        assertThat(QueueView.parse("open")).isEqualTo(QueueView.OPEN);
        assertThat(TicketQuery.state("assigned")).isEqualTo(TicketState.ASSIGNED);
        assertThat(TicketQuery.state("")).isNull();
    }

    @Test
    void unknownViewsStatesAndLimitsAreRefused() {
        assertThatThrownBy(() -> QueueView.parse("everything")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> TicketQuery.state("LOST")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> TicketQuery.limit("many")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new TicketQuery(QueueView.ALL, TicketQuery.Filter.NONE, null, 0))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new TicketQuery(QueueView.ALL, TicketQuery.Filter.NONE, null, 101))
                .isInstanceOf(Problem.Invalid.class);
    }
}
