package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 08:30 to 12:00 and 13:30 to 18:00, eight hours a day, with the published days of 2026. */
class WorkingCalendarTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            CHINA,
            List.of(WorkingCalendar.Period.parse("08:30-12:00"), WorkingCalendar.Period.parse("13:30-18:00")),
            HolidayFile.shipped());

    @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
    @CsvSource(textBlock = """
            2026-03-10T09:00:00, PT1H,      2026-03-10T10:00:00, an hour of the morning
            2026-03-10T08:30:00, PT3H30M,   2026-03-10T12:00:00, the whole morning ends at noon
            2026-03-10T08:30:00, PT3H30M1S, 2026-03-10T13:30:01, a second more goes over lunch
            2026-03-10T11:00:00, PT2H,      2026-03-10T14:30:00, over lunch
            2026-03-10T11:59:59, PT1S,      2026-03-10T12:00:00, the last second before lunch
            2026-03-10T11:59:59, PT2S,      2026-03-10T13:30:01, the last second and one after lunch
            2026-03-10T12:00:00, PT1H,      2026-03-10T14:30:00, lunch does not count
            2026-03-10T12:45:00, PT4H,      2026-03-10T17:30:00, claimed at lunch
            2026-03-10T13:30:00, PT4H30M,   2026-03-10T18:00:00, the whole afternoon
            2026-03-10T13:30:00, PT4H30M1S, 2026-03-11T08:30:01, a second more goes over night
            2026-03-10T17:00:00, PT4H,      2026-03-11T11:30:00, a lease over night
            2026-03-10T18:00:00, PT1H,      2026-03-11T09:30:00, after work
            2026-03-10T22:00:00, PT4H,      2026-03-11T14:00:00, claimed at night
            2026-03-11T03:00:00, PT4H,      2026-03-11T14:00:00, claimed before dawn
            2026-03-10T08:29:59, PT1S,      2026-03-10T08:30:01, a second before work
            2026-03-10T00:00:00, PT8H,      2026-03-10T18:00:00, a day
            2026-03-10T09:00:00, PT8H,      2026-03-11T09:00:00, a day from nine to nine
            2026-03-10T09:00:00, PT16H,     2026-03-12T09:00:00, two days
            2026-03-10T23:00:00, PT0S,      2026-03-11T08:30:00, nothing at night is due in the morning
            2026-03-10T10:00:00, PT0S,      2026-03-10T10:00:00, nothing at work is due now
            2026-03-10T12:30:00, PT0S,      2026-03-10T13:30:00, nothing at lunch is due after it
            2026-03-13T17:00:00, PT2H,      2026-03-16T09:30:00, over a weekend
            2026-03-13T18:00:00, PT1S,      2026-03-16T08:30:01, after work on Friday
            2026-03-14T10:00:00, PT1H,      2026-03-16T09:30:00, on Saturday
            2026-03-15T23:59:59, PT1H,      2026-03-16T09:30:00, on Sunday night
            2026-03-09T08:30:00, PT40H,     2026-03-13T18:00:00, a week
            2026-03-09T08:30:00, PT40H1S,   2026-03-16T08:30:01, a week and a second
            2026-03-09T08:30:00, PT72H,     2026-03-19T18:00:00, the time of a confirmation
            2026-03-11T14:00:00, PT72H,     2026-03-24T14:00:00, a confirmation from the afternoon
            2026-01-01T10:00:00, PT1H,      2026-01-04T09:30:00, New Year and its make-up Sunday
            2026-01-02T10:00:00, PT8H,      2026-01-04T18:00:00, the make-up Sunday is a whole day
            2026-01-03T10:00:00, PT8H1S,    2026-01-05T08:30:01, after the make-up Sunday comes Monday
            2025-12-31T17:00:00, PT2H,      2026-01-04T09:30:00, over the turn of the year
            2025-12-31T17:59:59, PT2S,      2026-01-04T08:30:01, the last second of the year
            2026-02-13T17:00:00, PT2H,      2026-02-14T09:30:00, Saturday before Spring Festival is worked
            2026-02-14T17:00:00, PT2H,      2026-02-24T09:30:00, over Spring Festival
            2026-02-14T18:00:00, PT1S,      2026-02-24T08:30:01, the evening before Spring Festival
            2026-02-16T10:00:00, PT4H,      2026-02-24T14:00:00, on New Year's Eve
            2026-02-23T10:00:00, PT8H,      2026-02-24T18:00:00, the last day of Spring Festival
            2026-02-27T17:00:00, PT2H,      2026-02-28T09:30:00, Saturday after Spring Festival is worked
            2026-02-28T17:00:00, PT2H,      2026-03-02T09:30:00, and then comes Monday
            2026-02-24T08:30:00, PT40H,     2026-02-28T18:00:00, a week from Tuesday to Saturday
            2026-02-13T08:30:00, PT72H,     2026-03-03T18:00:00, a confirmation across Spring Festival
            2026-04-03T17:00:00, PT2H,      2026-04-07T09:30:00, over Qingming
            2026-04-06T10:00:00, PT1H,      2026-04-07T09:30:00, Monday of Qingming
            2026-04-30T17:00:00, PT2H,      2026-05-06T09:30:00, over May Day
            2026-05-05T18:00:00, PT8H,      2026-05-06T18:00:00, the evening of May 5
            2026-05-08T17:00:00, PT2H,      2026-05-09T09:30:00, make-up Saturday of May
            2026-05-09T17:00:00, PT2H,      2026-05-11T09:30:00, from the make-up Saturday to Monday
            2026-06-18T17:00:00, PT2H,      2026-06-22T09:30:00, over the Dragon Boat Festival
            2026-06-19T09:00:00, PT8H,      2026-06-22T18:00:00, on the Dragon Boat Festival
            2026-09-18T17:00:00, PT2H,      2026-09-20T09:30:00, Sunday before National Day is worked
            2026-09-19T12:00:00, PT8H,      2026-09-20T18:00:00, from Saturday to the make-up Sunday
            2026-09-24T17:00:00, PT2H,      2026-09-28T09:30:00, over Mid-Autumn
            2026-09-30T17:00:00, PT2H,      2026-10-08T09:30:00, over National Day
            2026-09-28T08:30:00, PT40H,     2026-10-09T18:00:00, five days with a holiday between
            2026-10-09T17:00:00, PT2H,      2026-10-10T09:30:00, make-up Saturday of October
            2026-10-10T17:00:00, PT2H,      2026-10-12T09:30:00, from the make-up Saturday to Monday
            2026-09-23T08:30:00, PT72H,     2026-10-12T18:00:00, a confirmation across two holidays
            2028-02-28T17:00:00, PT2H,      2028-02-29T09:30:00, into a leap day
            2028-02-29T17:00:00, PT2H,      2028-03-01T09:30:00, out of a leap day
            2028-02-25T08:30:00, PT40H,     2028-03-02T18:00:00, a week with a leap day
            2027-01-01T09:00:00, PT1H,      2027-01-01T10:00:00, a year that is not published has weekends only
            2027-10-01T17:00:00, PT2H,      2027-10-04T09:30:00, nor has it a National Day
            2026-12-31T17:00:00, PT2H,      2027-01-01T09:30:00, into a year that is not published
            """)
    void workingTimePasses(LocalDateTime start, Duration work, LocalDateTime end, String why) {
        assertThat(CALENDAR.after(at(start), work)).as(why).isEqualTo(at(end));
        assertThat(CALENDAR.between(at(start), at(end)))
                .as("back again: " + why)
                .isEqualTo(work);
    }

    /** Splitting a stretch anywhere changes nothing: a pause can be credited exactly. */
    @Property
    void pausingAndGoingOnLosesNoTime(
            @ForAll @IntRange(max = 500_000) int minute,
            @ForAll @IntRange(max = 100_000) int first,
            @ForAll @IntRange(min = 1, max = 100_000) int second) {
        OffsetDateTime start = at(LocalDateTime.of(2026, 1, 1, 0, 0)).plusMinutes(minute);
        OffsetDateTime paused = CALENDAR.after(start, Duration.ofSeconds(first));
        assertThat(CALENDAR.after(paused, Duration.ofSeconds(second)))
                .isEqualTo(CALENDAR.after(start, Duration.ofSeconds(first + second)));
        assertThat(CALENDAR.between(start, paused)).isEqualTo(Duration.ofSeconds(first));
    }

    @Test
    void timeThatRunsBackwardsIsNone() {
        OffsetDateTime now = at(LocalDateTime.of(2026, 3, 10, 10, 0));
        assertThat(CALENDAR.between(now, now.minusHours(1))).isZero();
        assertThatThrownBy(() -> CALENDAR.after(now, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theShippedFileKnowsItsYears() {
        PublicHolidays shipped = HolidayFile.shipped();
        assertThat(shipped.knows(Year.of(2026))).isTrue();
        assertThat(shipped.knows(Year.of(2027))).isFalse();
        assertThat(shipped.off()).hasSize(33);
        assertThat(shipped.makeUp())
                .hasSize(6)
                .allMatch(day -> day.getDayOfWeek().getValue() >= 6);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> HolidayFile.read(List.of("party\t2026-01-01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("party");
        assertThatThrownBy(() -> HolidayFile.read(List.of("off\t2026-01-01\t2026-01-02", "work\t2026-01-02")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingCalendar.Period(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingCalendar(CHINA, List.of(), CALENDAR.holidays()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(HolidayFile.read(List.of("# nothing")).isOff(LocalDate.of(2026, 1, 1)))
                .isFalse();
    }

    private static OffsetDateTime at(LocalDateTime local) {
        return local.atZone(CHINA).toOffsetDateTime();
    }
}
