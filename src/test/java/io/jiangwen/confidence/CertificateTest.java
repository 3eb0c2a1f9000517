package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.confidence.Certificate.State;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CertificateTest {
    private static final double ALPHA = 0.10;
    private static final double CONFIDENCE = 0.95;

    @Test
    void withoutAuditsThereIsNoBound() {
        Certificate none = Certificate.of(ALPHA, CONFIDENCE, Tally.NONE, false);
        assertThat(none.bound()).isNull();
        assertThat(none.state()).isEqualTo(State.NOT_YET);
    }

    @Test
    void itIsCertifiedExactlyWhereTheBoundIsNotAboveAlpha() {
        for (int right = 1; right <= 200; right++) {
            for (int errors = 0; errors <= 5; errors++) {
                Certificate certificate = Certificate.of(ALPHA, CONFIDENCE, new Tally(right + errors, errors), true);
                double bound = Objects.requireNonNull(certificate.bound());
                assertThat(certificate.state() == State.CERTIFIED)
                        .as("%d errors, %d right", errors, right)
                        .isEqualTo(bound <= ALPHA);
            }
        }
    }

    /** The window alone never certifies: it moves, and whoever moves it often enough finds a lucky stretch. */
    @Test
    void aLuckyStretchDoesNotCertifyWhatTheWholeCountNeverProved() {
        assertThat(Certificate.of(ALPHA, CONFIDENCE, new Tally(60, 0), false).state())
                .isEqualTo(State.NOT_YET);
    }

    @Test
    void errorsThatComeLaterTakeTheCertificateAway() {
        assertThat(Certificate.of(ALPHA, CONFIDENCE, new Tally(60, 8), true).state())
                .isEqualTo(State.NOT_YET);
    }
}
