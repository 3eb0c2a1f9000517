package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks that are paused and go on, with the published days of 2026: 08:30 to 12:00 and 13:30 to 18:00. */
class ClockTableTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            CHINA,
            List.of(WorkingCalendar.Period.parse("08:30-12:00"), WorkingCalendar.Period.parse("13:30-18:00")),
            HolidayFile.shipped());
    private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 3, 10, 9, 0);

    @ParameterizedTest(name = "{0}, {1}, held {2} to {3}: due {4} ({5})")
    @CsvSource(textBlock = """
            2026-03-10T09:00:00, PT4H,   2026-03-10T10:00:00, 2026-03-10T11:00:00, 2026-03-10T15:30:00, an hour of pause is an hour later
            2026-03-10T09:00:00, PT4H,   2026-03-10T10:00:00, 2026-03-10T10:00:00, 2026-03-10T14:30:00, no pause at all
            2026-03-10T09:00:00, PT4H,   2026-03-10T12:00:00, 2026-03-10T13:30:00, 2026-03-10T14:30:00, a pause over lunch costs nothing
            2026-03-10T09:00:00, PT4H,   2026-03-10T12:10:00, 2026-03-10T13:00:00, 2026-03-10T14:30:00, a pause within lunch costs nothing
            2026-03-10T09:00:00, PT4H,   2026-03-10T11:59:59, 2026-03-10T13:30:01, 2026-03-10T14:30:02, two working seconds
            2026-03-10T09:00:00, PT4H,   2026-03-10T18:00:00, 2026-03-11T08:30:00, 2026-03-10T14:30:00, over before it was paused
            2026-03-10T15:00:00, PT4H,   2026-03-10T18:00:00, 2026-03-11T08:30:00, 2026-03-11T09:30:00, a pause over night costs nothing
            2026-03-10T15:00:00, PT4H,   2026-03-10T22:00:00, 2026-03-11T03:00:00, 2026-03-11T09:30:00, asked back and answered at night
            2026-03-10T15:00:00, PT4H,   2026-03-10T17:00:00, 2026-03-11T09:30:00, 2026-03-11T11:30:00, two working hours over night
            2026-03-13T17:00:00, PT4H,   2026-03-13T17:30:00, 2026-03-16T08:30:00, 2026-03-16T12:00:00, held over a weekend from half past five
            2026-03-13T17:00:00, PT4H,   2026-03-14T10:00:00, 2026-03-15T10:00:00, 2026-03-16T11:30:00, paused within a weekend
            2026-03-13T17:00:00, PT4H,   2026-03-13T18:00:00, 2026-03-18T13:30:00, 2026-03-18T16:30:00, held until Wednesday afternoon
            2026-02-14T17:00:00, PT4H,   2026-02-14T17:30:00, 2026-02-24T09:00:00, 2026-02-24T14:00:00, held across Spring Festival
            2026-02-14T17:00:00, PT4H,   2026-02-16T10:00:00, 2026-02-23T10:00:00, 2026-02-24T11:30:00, paused within Spring Festival
            2026-02-13T17:00:00, PT8H,   2026-02-13T18:00:00, 2026-02-14T08:30:00, 2026-02-14T17:00:00, the make-up Saturday counts
            2026-02-13T17:00:00, PT8H,   2026-02-14T08:30:00, 2026-02-14T18:00:00, 2026-02-24T17:00:00, paused for the make-up Saturday
            2026-09-18T17:00:00, PT8H,   2026-09-20T08:30:00, 2026-09-20T12:00:00, 2026-09-21T11:00:00, paused on the morning of the make-up Sunday
            2026-09-24T17:00:00, PT4H,   2026-09-24T17:30:00, 2026-09-28T08:30:00, 2026-09-28T12:00:00, held across Mid-Autumn
            2026-09-30T17:00:00, PT40H,  2026-10-08T08:30:00, 2026-10-08T18:00:00, 2026-10-14T17:00:00, paused for a day after National Day
            2026-09-30T15:00:00, PT4H,   2026-09-30T16:00:00, 2026-10-08T09:00:00, 2026-10-08T12:00:00, held across National Day; ends at noon
            2026-01-01T10:00:00, PT4H,   2026-01-02T10:00:00, 2026-01-04T10:00:00, 2026-01-04T15:30:00, from New Year into the make-up Sunday
            2025-12-31T17:00:00, PT4H,   2025-12-31T17:59:59, 2026-01-04T08:30:01, 2026-01-04T11:30:02, the last second of the year
            2028-02-28T17:00:00, PT4H,   2028-02-29T08:30:00, 2028-02-29T18:00:00, 2028-03-01T11:30:00, paused for the leap day
            2028-02-29T17:00:00, PT4H,   2028-02-29T17:30:00, 2028-03-01T09:30:00, 2028-03-01T14:30:00, out of the leap day
            2026-12-31T17:00:00, PT4H,   2026-12-31T17:30:00, 2027-01-01T10:00:00, 2027-01-01T15:00:00, into a year without data
            2026-03-09T08:30:00, PT40H,  2026-03-10T08:30:00, 2026-03-12T08:30:00, 2026-03-17T18:00:00, a week with two days of pause
            2026-03-09T08:30:00, PT72H,  2026-03-09T08:30:01, 2026-03-09T08:30:02, 2026-03-20T08:30:01, a second
            """)
    void aPauseCostsItsWorkingTimeAndNoMore(
            LocalDateTime start,
            Duration allowed,
            LocalDateTime pause,
            LocalDateTime resume,
            LocalDateTime due,
            String why) {
        TicketClock clock = clock(start, allowed);
        TicketClock held = clock.paused(CALENDAR, at(pause));
        assertThat(held.due(CALENDAR)).isNull();
        TicketClock again = held.resumed(at(resume));
        if (held.left(CALENDAR, at(pause)).isPositive())
            assertThat(again.due(CALENDAR))
                    .as(why)
                    .isEqualTo(at(due).toInstant().atOffset(java.time.ZoneOffset.UTC));
        else
            assertThat(clock.due(CALENDAR))
                    .as(why)
                    .isEqualTo(at(due).toInstant().atOffset(java.time.ZoneOffset.UTC));
    }

    /** However often it is held, what is used and what is left is what was allowed. */
    @Property(tries = 500)
    void nothingIsLostInManyPauses(
            @ForAll @IntRange(max = 100_000) int minutes,
            @ForAll List<@IntRange(min = 1, max = 200_000) Integer> seconds) {
        OffsetDateTime now = at(LocalDateTime.of(2026, 1, 1, 0, 0)).plusMinutes(minutes);
        TicketClock clock = TicketClock.started(ClockKind.RESOLUTION, Allowance.seconds(144_000, 0), now);
        Duration ran = Duration.ZERO;
        for (int wait : seconds) {
            OffsetDateTime then = now.plusSeconds(wait);
            if (clock.isRunning()) ran = ran.plus(CALENDAR.between(now, then));
            clock = clock.isRunning() ? clock.paused(CALENDAR, then) : clock.resumed(then);
            now = then;
        }
        assertThat(clock.used(CALENDAR, now)).isEqualTo(ran);
        assertThat(clock.left(CALENDAR, now)).isEqualTo(Duration.ofHours(40).minus(ran));
    }

    @Test
    void itWarnsBeforeItIsOverAndLooksAgainAtTheEnd() {
        TicketClock clock = clock(TUESDAY, Duration.ofHours(4));
        assertThat(clock.acts(CALENDAR)).isEqualTo(at(LocalDateTime.of(2026, 3, 10, 12, 0)));
        TicketClock warned = clock.warned(at(TUESDAY.plusHours(3)));
        assertThat(warned.acts(CALENDAR)).isEqualTo(at(LocalDateTime.of(2026, 3, 10, 14, 30)));
        assertThat(warned.breached(at(TUESDAY.plusHours(6))).acts(CALENDAR)).isNull();
    }

    @Test
    void aConfirmationOnlyWarnsForItsEndIsAMove() {
        TicketClock clock = TicketClock.started(ClockKind.CONFIRMATION, Allowance.seconds(14_400, 3_600), at(TUESDAY));
        assertThat(clock.acts(CALENDAR)).isNotNull();
        assertThat(clock.warned(at(TUESDAY.plusHours(3))).acts(CALENDAR)).isNull();
    }

    @Test
    void pausedAndStoppedClocksAreNotLookedAt() {
        TicketClock clock = clock(TUESDAY, Duration.ofHours(4));
        OffsetDateTime later = at(TUESDAY.plusHours(1));
        assertThat(clock.paused(CALENDAR, later).acts(CALENDAR)).isNull();
        TicketClock stopped = clock.stopped(CALENDAR, later);
        assertThat(stopped.acts(CALENDAR)).isNull();
        assertThat(stopped.used(CALENDAR, later.plusDays(3))).isEqualTo(Duration.ofHours(1));
        assertThat(stopped.stopped(CALENDAR, later.plusDays(1))).isEqualTo(stopped);
        assertThat(stopped.paused(CALENDAR, later)).isEqualTo(stopped);
    }

    @Test
    void anotherPriorityMeasuresTheSameTimeAnew() {
        OffsetDateTime now = at(TUESDAY.plusHours(2));
        TicketClock warned = clock(TUESDAY, Duration.ofHours(4)).warned(at(TUESDAY.plusHours(1)));
        TicketClock urgent = warned.allowed(Allowance.seconds(3_600, 900), CALENDAR, now);
        assertThat(urgent.left(CALENDAR, now)).isEqualTo(Duration.ofHours(-1));
        assertThat(urgent.warnedAt()).isNull();
        assertThat(urgent.acts(CALENDAR)).isBefore(now);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Allowance.seconds(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allowance.seconds(60, 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allowance.seconds(60, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TicketClock(
                        ClockKind.CLAIM, Allowance.seconds(60, 0), Duration.ZERO, at(TUESDAY), at(TUESDAY), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyEndOfATicketStopsItsClocks() {
        for (TicketEvent event :
                Set.of(TicketEvent.CONFIRM, TicketEvent.ASSUME, TicketEvent.NO_ANSWER, TicketEvent.CANCEL))
            assertThat(ClockRules.after(event, TicketState.CLOSED))
                    .hasSize(ClockKind.values().length)
                    .containsValue(ClockRules.Act.STOP)
                    .doesNotContainValue(ClockRules.Act.RESUME);
    }

    @Test
    void aTicketThatIsEverybodysAgainHasAClaimClock() {
        for (TicketEvent event : TicketEvent.values()) {
            boolean opens = Transitions.TABLE.stream()
                    .anyMatch(row -> row.event() == event
                            && row.move().to() == TicketState.OPEN
                            && row.move().from() != TicketState.OPEN);
            if (opens)
                assertThat(ClockRules.after(event, TicketState.OPEN))
                        .as("%s", event)
                        .containsEntry(ClockKind.CLAIM, ClockRules.Act.START);
        }
        assertThat(ClockRules.after(TicketEvent.REJECT, TicketState.ASSIGNED)).doesNotContainKey(ClockKind.CLAIM);
    }

    private static TicketClock clock(LocalDateTime start, Duration allowed) {
        return TicketClock.started(ClockKind.RESOLUTION, new Allowance(allowed, Duration.ofHours(1)), at(start));
    }

    private static OffsetDateTime at(LocalDateTime local) {
        return local.atZone(CHINA).toOffsetDateTime();
    }
}
