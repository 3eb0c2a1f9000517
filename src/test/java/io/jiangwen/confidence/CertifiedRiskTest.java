package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate may be looked at after every audit, by somebody who stops as soon as he likes what he sees. */
class CertifiedRiskTest {
    private static final double ALPHA = 0.10;
    private static final double CONFIDENCE = 0.95;
    private static final int LOOKS = 1_000;
    private static final int RUNS = 10_000;
    private static final long SEED = 20_240_601;

    /** Slightly worse than tolerated: the smallest rate that must not be certified. */
    private static final double TOO_HIGH = ALPHA + 0.001;

    @Test
    void whoeverLooksAfterEveryAuditSeesAFalseCertificateInFivePercentOfTheRunsAtMost() {
        assertThat(simulated(ours(ALPHA), TOO_HIGH, LOOKS)).isLessThanOrEqualTo(RUNS / 20);
    }

    /** The same without chance: all ways to get there, each with its probability. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.02, 0.05, 0.10, 0.20, 0.40})
    void theProbabilityOfAFalseCertificateIsAtMostFivePercent(double alpha) {
        assertThat(certain(ours(alpha), alpha + 0.001, LOOKS)).isLessThanOrEqualTo(1 - CONFIDENCE);
    }

    @Test
    void atHalfTheToleratedRateCertificationComesWithinThreeHundredAuditsInMostRuns() {
        assertThat(simulated(ours(ALPHA), ALPHA / 2, 300)).isGreaterThan(RUNS * 3 / 4);
        assertThat(certain(ours(ALPHA), ALPHA / 2, 300)).isGreaterThan(0.8);
    }

    /** The contrast that shows what the first test is for: the usual bound, computed anew after each audit. */
    @Test
    void anExactBinomialBoundRecomputedAfterEachAuditCertifiesFalselyInMoreThanAFifthOfTheRuns() {
        assertThat(simulated(binomial(ALPHA), TOO_HIGH, LOOKS)).isGreaterThan(RUNS / 5);
    }

    @Test
    void simulationAndCalculationAgree() {
        double share = simulated(ours(ALPHA), TOO_HIGH, LOOKS) / (double) RUNS;
        double probability = certain(ours(ALPHA), TOO_HIGH, LOOKS);
        double deviation = Math.sqrt(probability * (1 - probability) / RUNS);
        assertThat(Math.abs(share - probability)).isLessThan(4 * deviation);
    }

    /** For each number of errors, from how many audits on a rule certifies. */
    private static int[] ours(double alpha) {
        return firstLooks((audited, errors) -> new Tally(audited, errors).proves(alpha, CONFIDENCE));
    }

    /** Clopper and Pearson 1934: certified where so few errors would be rarer than 5 % at the tolerated rate. */
    private static int[] binomial(double alpha) {
        return firstLooks((audited, errors) -> atMost(errors, audited, alpha) <= 1 - CONFIDENCE);
    }

    private static int[] firstLooks(BiPredicate<Integer, Integer> certifies) {
        int[] first = new int[LOOKS + 1];
        Arrays.fill(first, Integer.MAX_VALUE);
        int audited = 1;
        for (int errors = 0; errors <= LOOKS; errors++) {
            audited = Math.max(audited, errors);
            while (audited <= LOOKS && !(errors <= audited && certifies.test(audited, errors))) audited++;
            if (audited > LOOKS) break;
            first[errors] = audited;
        }
        return first;
    }

    /** In how many runs a certificate is seen at one look or more. */
    private static int simulated(int[] first, double errorRate, int looks) {
        SplittableRandom random = new SplittableRandom(SEED);
        int seen = 0;
        for (int run = 0; run < RUNS; run++) {
            int errors = 0;
            for (int audited = 1; audited <= looks; audited++) {
                if (random.nextDouble() < errorRate) errors++;
                if (audited >= first[errors]) {
                    seen++;
                    break;
                }
            }
        }
        return seen;
    }

    private static double certain(int[] first, double errorRate, int looks) {
        double[] waiting = new double[looks + 2];
        waiting[0] = 1;
        double certified = 0;
        for (int audited = 1; audited <= looks; audited++) {
            for (int errors = audited; errors >= 0; errors--) {
                waiting[errors] =
                        waiting[errors] * (1 - errorRate) + (errors == 0 ? 0 : waiting[errors - 1] * errorRate);
                if (audited >= first[errors]) {
                    certified += waiting[errors];
                    waiting[errors] = 0;
                }
            }
        }
        return certified;
    }

    private static double atMost(int errors, int audited, double rate) {
        double term = Math.exp(audited * Math.log1p(-rate));
        double sum = term;
        for (int i = 1; i <= errors; i++) {
            term *= (audited - i + 1.0) / i * rate / (1 - rate);
            sum += term;
        }
        return sum;
    }
}
