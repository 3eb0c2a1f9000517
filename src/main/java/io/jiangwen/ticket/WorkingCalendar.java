package io.jiangwen.ticket;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Working time: certain periods of certain days, by the local clock. Monday to Friday are worked, except on public
 * holidays; a weekend day that was declared a make-up day (调休) is worked.
 *
 * @param periods of a working day, in order and apart from each other
 */
record WorkingCalendar(ZoneId zone, List<Period> periods, PublicHolidays holidays) {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    /** Longer than any run of days off; a calendar that finds none in this time has no working day at all. */
    private static final int LONGEST_BREAK_DAYS = 60;

    WorkingCalendar {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) throw new IllegalArgumentException("a calendar without working time");
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i).from().isBefore(periods.get(i - 1).to()))
                throw new IllegalArgumentException("periods overlap: " + periods);
        }
    }

    /** A stretch of a day: from its first moment up to, and without, its last. */
    record Period(LocalTime from, LocalTime to) {
        Period {
            if (!from.isBefore(to)) throw new IllegalArgumentException(from + " to " + to);
        }

        /** @param text such as {@code 08:30-12:00} */
        static Period parse(String text) {
            int dash = text.indexOf('-');
            if (dash < 0) throw new IllegalArgumentException("a period is written 08:30-12:00, not " + text);
            return new Period(
                    LocalTime.parse(text.substring(0, dash).strip()),
                    LocalTime.parse(text.substring(dash + 1).strip()));
        }
    }

    boolean isWorkingDay(LocalDate day) {
        if (holidays.isOff(day)) return false;
        return holidays.isMakeUp(day) || !WEEKEND.contains(day.getDayOfWeek());
    }

    /**
     * The moment at which so much working time has passed; exact to the nanosecond, in UTC. No time at all ends at the
     * next moment of work: what is due at night is due in the morning.
     */
    OffsetDateTime after(OffsetDateTime start, Duration work) {
        if (work.isNegative()) throw new IllegalArgumentException("working time runs forward");
        ZonedDateTime at = start.atZoneSameInstant(zone);
        Duration left = work;
        LocalDate day = at.toLocalDate();
        for (int idle = 0; idle < LONGEST_BREAK_DAYS; day = day.plusDays(1), idle++) {
            if (!isWorkingDay(day)) continue;
            for (Period period : periods) {
                ZonedDateTime from = later(day.atTime(period.from()).atZone(zone), at);
                ZonedDateTime to = day.atTime(period.to()).atZone(zone);
                if (!from.isBefore(to)) continue;
                Duration there = Duration.between(from, to);
                if (left.compareTo(there) <= 0)
                    return from.plus(left).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
                left = left.minus(there);
                idle = 0;
            }
        }
        throw new IllegalStateException("no working day within " + LONGEST_BREAK_DAYS + " days of " + start);
    }

    /** The working time between two moments; zero when the second is not after the first. */
    Duration between(OffsetDateTime start, OffsetDateTime end) {
        ZonedDateTime from = start.atZoneSameInstant(zone);
        ZonedDateTime to = end.atZoneSameInstant(zone);
        Duration work = Duration.ZERO;
        for (LocalDate day = from.toLocalDate(); !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
            if (!isWorkingDay(day)) continue;
            for (Period period : periods) {
                ZonedDateTime first = later(day.atTime(period.from()).atZone(zone), from);
                ZonedDateTime last = earlier(day.atTime(period.to()).atZone(zone), to);
                if (first.isBefore(last)) work = work.plus(Duration.between(first, last));
            }
        }
        return work;
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? other : one;
    }

    private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
