package io.jiangwen.ticket;

import java.time.LocalDate;
import java.time.Year;
import java.util.Set;

/**
 * Public holidays and make-up days, as far as they are published.
 *
 * @param years those whose days are known; of any other only the weekends are
 * @param off days that are not worked
 * @param makeUp weekend days that are
 */
record PublicHolidays(Set<Year> years, Set<LocalDate> off, Set<LocalDate> makeUp) {
    PublicHolidays {
        years = Set.copyOf(years);
        off = Set.copyOf(off);
        makeUp = Set.copyOf(makeUp);
        for (LocalDate day : makeUp) {
            if (off.contains(day)) throw new IllegalArgumentException(day + " is both worked and not");
        }
    }

    boolean isOff(LocalDate day) {
        return off.contains(day);
    }

    boolean isMakeUp(LocalDate day) {
        return makeUp.contains(day);
    }

    boolean knows(Year year) {
        return years.contains(year);
    }
}
