package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditDrawTest {
    private static final int ANSWERS = 20_000;
    private static final Configuration CONFIGURATION =
            new Configuration(Map.of(), new Calibration(1, "test", 0, Map.of(), 0.5, 0.1));

    private final AuditDraw draw = new AuditDraw(new Random(7), new Settings(0.05, 0.2, 100));

    private record Settings(double share, double shareUncertified, int waiting) implements AuditConfig {
        @Override
        public Duration window() {
            return Duration.ofDays(90);
        }

        @Override
        public double confidence() {
            return 0.95;
        }
    }

    @Test
    void aFifthIsDrawnUntilItIsCertifiedAndATwentiethFromThenOn() {
        assertThat(drawn(draw, standing(Tally.NONE, false, 0))).isBetween(3_700, 4_300);
        assertThat(drawn(draw, standing(new Tally(100, 0), true, 0))).isBetween(850, 1_150);
    }

    @Test
    void noneIsDrawnWhileTooManyWait() {
        assertThat(drawn(draw, standing(Tally.NONE, false, 99))).isPositive();
        assertThat(drawn(draw, standing(Tally.NONE, false, 100))).isZero();
    }

    @Test
    void aShareOfNoneDrawsNoneAndAShareOfAllDrawsAll() {
        RandomGenerator random = new Random(7);
        assertThat(drawn(new AuditDraw(random, new Settings(0, 0, 1)), standing(Tally.NONE, false, 0)))
                .isZero();
        assertThat(drawn(new AuditDraw(random, new Settings(1, 1, 1)), standing(Tally.NONE, false, 0)))
                .isEqualTo(ANSWERS);
    }

    @Test
    void theSameSeedDrawsTheSameAnswers() {
        assertThat(sequence(11)).isEqualTo(sequence(11)).isNotEqualTo(sequence(12));
    }

    private static String sequence(long seed) {
        AuditDraw seeded = new AuditDraw(new Random(seed), new Settings(0.05, 0.2, 100));
        StringBuilder sequence = new StringBuilder();
        for (int i = 0; i < 200; i++) sequence.append(seeded.picks(standing(Tally.NONE, false, 0)) ? '1' : '0');
        return sequence.toString();
    }

    private static int drawn(AuditDraw draw, Standing standing) {
        return (int)
                IntStream.range(0, ANSWERS).filter(i -> draw.picks(standing)).count();
    }

    private static Standing standing(Tally tally, boolean proved, int waiting) {
        return new Standing(
                CONFIGURATION,
                Certificate.of(0.1, 0.95, tally, proved),
                tally.needed(0.1, 0.95),
                waiting,
                Duration.ofDays(90),
                null);
    }
}
