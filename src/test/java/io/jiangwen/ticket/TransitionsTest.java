package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-00000000c0de");
    private static final UUID SECOND = UUID.fromString("00000000-0000-0000-0000-00000000beef");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T12:00:00Z");
    private static final Set<Guard> EVERYTHING_HOLDS = EnumSet.allOf(Guard.class);

    @Test
    void theTableIsTheOneOfTheDesign() {
        Set<TicketMove> designed = new HashSet<>();
        for (DesignTable.Line line : DesignTable.LINES) {
            if (line.from().isEmpty()) line.to().forEach(to -> designed.add(new TicketMove(line.event(), null, to)));
            for (TicketState from : line.from())
                line.to(from).forEach(to -> designed.add(new TicketMove(line.event(), from, to)));
        }
        assertThat(Transitions.TABLE.stream().map(Transition::move).collect(Collectors.toSet()))
                .isEqualTo(designed);
    }

    @Test
    void onlyOpeningMakesATicketAndNothingLeadsOutOfCancelled() {
        assertThat(Transitions.TABLE)
                .filteredOn(row -> row.move().from() == null)
                .singleElement()
                .matches(row -> row.event() == TicketEvent.OPEN && row.move().to() == TicketState.NEW);
        assertThat(Transitions.TABLE).noneMatch(row -> row.move().from() == TicketState.CANCELLED);
        assertThatThrownBy(() -> new TicketMove(TicketEvent.CLAIM, null, TicketState.ASSIGNED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyWriteOfAnOwnerCarriesTheEpoch() {
        assertThat(Transitions.TABLE)
                .filteredOn(row -> row.isFor(Set.of(Party.OWNER)))
                .allMatch(row -> row.guards().contains(Guard.CURRENT_EPOCH));
    }

    @Test
    void whatTheSystemDoesWithoutBeingAskedWaitsForItsTime() {
        assertThat(Transitions.TABLE)
                .filteredOn(row -> row.isFor(Set.of(Party.SYSTEM)) && row.event() != TicketEvent.OFFER)
                .allMatch(row -> row.guards().contains(Guard.DUE));
    }

    @Property
    void anEventIsLetInExactlyWhereTheDesignHasARow(
            @ForAll TicketEvent event, @ForAll TicketState from, @ForAll Party party) {
        Ruling ruling = Transitions.judge(event, from, Set.of(party), EVERYTHING_HOLDS);
        assertThat(ruling instanceof Ruling.Allowed).isEqualTo(DesignTable.allows(event, from, party));
        if (!DesignTable.of(event).parties().contains(party)) assertThat(ruling).isInstanceOf(Ruling.ForOthers.class);
        else if (!DesignTable.of(event).from().contains(from))
            assertThat(ruling).isInstanceOf(Ruling.Impossible.class);
        assertThat(Transitions.open(from, Set.of(party)).contains(event))
                .isEqualTo(DesignTable.allows(event, from, party));
    }

    @Property
    void aMissingConditionIsNamed(
            @ForAll TicketEvent event,
            @ForAll TicketState from,
            @ForAll Set<Party> parties,
            @ForAll Set<Guard> holding) {
        switch (Transitions.judge(event, from, parties, holding)) {
            case Ruling.Allowed(Transition row) -> {
                assertThat(holding).containsAll(row.guards());
                assertThat(row.isFor(parties)).isTrue();
            }
            case Ruling.Unmet(Guard guard) -> assertThat(holding).doesNotContain(guard);
            case Ruling.ForOthers(Set<Party> others) -> assertThat(others).isNotEmpty();
            case Ruling.Impossible() ->
                assertThat(Transitions.allow(event, from)).isFalse();
        }
    }

    /** Whatever is tried in whatever order, owners fit states, epochs count hand-overs, levels only rise. */
    @Property(tries = 2_000)
    void everyWalkStaysOnTheTable(@ForAll @Size(max = 60) List<TicketEvent> events, @ForAll Set<Guard> missing) {
        Standing standing = Standing.NEW;
        Set<Guard> holding = EnumSet.allOf(Guard.class);
        holding.removeAll(missing);
        int hands = 0;
        for (TicketEvent event : events) {
            UUID heir = hands % 2 == 0 ? FIRST : SECOND;
            Terms terms = new Terms(holding, heir, new Lease(NOW, NOW.plusHours(4)), NOW.plusDays(hands));
            Ruling ruling = Transitions.judge(event, standing.state(), EnumSet.allOf(Party.class), holding);
            if (!(ruling instanceof Ruling.Allowed(Transition row))) continue;
            Standing after = standing.after(row, terms);
            check(standing, row, after);
            if (row.has(Effect.NEW_OWNER)) hands++;
            standing = after;
        }
    }

    private static void check(Standing before, Transition row, Standing after) {
        assertThat(after.state()).isEqualTo(row.move().to());
        boolean handed = row.has(Effect.NEW_OWNER) || row.has(Effect.NO_OWNER);
        assertThat(after.epoch()).isEqualTo(before.epoch() + (handed ? 1 : 0));
        if (!handed) assertThat(after.owner()).isEqualTo(before.owner());
        assertThat(after.level()).isBetween(before.level(), Standing.HIGHEST_LEVEL);
        assertThat(after.lease() != null).isEqualTo(after.state() == TicketState.ASSIGNED);
        assertThat(after.due() != null)
                .isEqualTo(EnumSet.of(TicketState.PENDING, TicketState.ON_HOLD, TicketState.SOLVED)
                        .contains(after.state()));
        assertThat(after.closedAs() != null).isEqualTo(after.state() == TicketState.CLOSED);
        if (after.state().mutesAssistant()) assertThat(after.owner()).isNotNull();
    }

    @Test
    void theSecondRejectionRaisesTheLevelUpToTheHighest() {
        Standing solved = new Standing(TicketState.SOLVED, null, 0, 1, FIRST, null, NOW, 0);
        assertThat(reject(solved, Guard.FIRST_REJECTION).level()).isZero();
        assertThat(reject(solved, Guard.REJECTED_BEFORE).level()).isEqualTo(1);
        Standing highest = new Standing(TicketState.SOLVED, null, 4, 1, FIRST, null, NOW, 0);
        assertThat(reject(highest, Guard.REJECTED_BEFORE).level()).isEqualTo(4);
    }

    private static Standing reject(Standing solved, Guard history) {
        Set<Guard> holding = Set.of(Guard.OWNER_HERE, history);
        Ruling ruling = Transitions.judge(TicketEvent.REJECT, TicketState.SOLVED, Set.of(Party.ASKER), holding);
        assertThat(ruling).isInstanceOf(Ruling.Allowed.class);
        return solved.after(
                ((Ruling.Allowed) ruling).row(),
                Terms.given().and(history, true).lease(new Lease(NOW, NOW.plusHours(4))));
    }
}
