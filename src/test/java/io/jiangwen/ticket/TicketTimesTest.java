package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketTimesTest {
    private static final OffsetDateTime FRIDAY_AT_FIVE = at("2026-03-13T17:00:00+08:00");

    private final TicketTimes times = times(FRIDAY_AT_FIVE);

    /** The defaults, as {@link TicketConfig} gives them. */
    private record Settings() implements TicketConfig {
        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public List<String> workingHours() {
            return List.of("08:30-12:00", "13:30-18:00");
        }

        @Override
        public Duration lease() {
            return Duration.ofHours(4);
        }

        @Override
        public Duration longestLease() {
            return Duration.ofDays(1);
        }

        @Override
        public int heldAtMost() {
            return 50;
        }

        @Override
        public Duration reminder() {
            return Duration.ofHours(16);
        }

        @Override
        public int reminders() {
            return 2;
        }

        @Override
        public Duration longestHold() {
            return Duration.ofDays(30);
        }

        @Override
        public Duration confirmation() {
            return Duration.ofDays(3);
        }

        @Override
        public Duration followUp() {
            return Duration.ofDays(14);
        }

        @Override
        public Duration undo() {
            return Duration.ofSeconds(15);
        }

        @Override
        public int longestText() {
            return 20_000;
        }

        @Override
        public double sameWords() {
            return 0.5;
        }

        @Override
        public double sameCosine() {
            return 0.85;
        }

        @Override
        public Duration estimateFrom() {
            return Duration.ofDays(90);
        }

        @Override
        public int estimateNeeds() {
            return 5;
        }
    }

    @Test
    void aLeaseOverTheWeekendEndsOnMonday() {
        assertThat(times.lease(FRIDAY_AT_FIVE).until()).isEqualTo(at("2026-03-16T11:30:00+08:00"));
    }

    @Test
    void workRenewsALease() {
        OffsetDateTime monday = at("2026-03-16T10:00:00+08:00");
        assertThat(times.renewed(times.lease(FRIDAY_AT_FIVE), monday).until())
                .isEqualTo(at("2026-03-16T15:30:00+08:00"));
    }

    @Test
    void aLeaseIsNotRenewedForEver() {
        Lease lease = new Lease(FRIDAY_AT_FIVE, at("2026-03-18T16:30:00+08:00"));
        assertThat(times.renewed(lease, at("2026-03-18T16:00:00+08:00")).until())
                .as("24 working hours after Friday at five")
                .isEqualTo(at("2026-03-18T17:00:00+08:00"));
    }

    @Test
    void workNeverShortensALease() {
        Lease longer = new Lease(FRIDAY_AT_FIVE, at("2026-04-01T10:00:00+08:00"));
        assertThat(times.renewed(longer, FRIDAY_AT_FIVE)).isEqualTo(longer);
    }

    @Test
    void aConfirmationHasNineWorkingDays() {
        assertThat(times.assumedAfter(FRIDAY_AT_FIVE)).isEqualTo(at("2026-03-26T17:00:00+08:00"));
        assertThat(times.reminderAfter(FRIDAY_AT_FIVE)).isEqualTo(at("2026-03-17T17:00:00+08:00"));
    }

    @Test
    void aYearWithoutHolidaysIsKnownThirtyDaysAhead() {
        Duration ahead = Duration.ofDays(30);
        assertThat(times(at("2026-12-01T12:00:00+08:00")).unknownYear(ahead)).isEmpty();
        assertThat(times(at("2026-12-02T12:00:00+08:00")).unknownYear(ahead)).hasValue(Year.of(2027));
        assertThat(times(at("2027-03-01T12:00:00+08:00")).unknownYear(ahead)).hasValue(Year.of(2027));
    }

    private static TicketTimes times(OffsetDateTime now) {
        return new TicketTimes(new Settings(), Clock.fixed(now.toInstant(), ZoneOffset.UTC));
    }

    private static OffsetDateTime at(String time) {
        return OffsetDateTime.parse(time).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
