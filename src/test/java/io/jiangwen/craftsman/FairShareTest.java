package io.jiangwen.craftsman;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FairShareTest {
    private static final FairShare RULES = new FairShare(5, 0.10, 50, 0.2);

    @Test
    void theBestAreAskedFirstWhileThereIsLittleToShareOut() {
        assertThat(names(RULES.choose(List.of(veteran("a", 0.9, 3), veteran("b", 0.8, 0)), 3)))
                .containsExactly("a", "b");
    }

    @Test
    void whoHadHisShareWaitsAsLongAsSomebodyElseFits() {
        FairShare.Fitting star = veteran("star", 0.9, 20);
        FairShare.Fitting other = veteran("other", 0.4, 0);
        assertThat(names(RULES.choose(List.of(star, other), 100))).containsExactly("other");
        assertThat(names(RULES.choose(List.of(star), 100))).containsExactly("star");
    }

    @Test
    void aNewcomerWhoFitsTakesThePlaceOfTheLast() {
        List<FairShare.Fitting> fitting = new ArrayList<>();
        for (int i = 0; i < 6; i++) fitting.add(veteran("v" + i, 0.9 - i / 100.0, 0));
        fitting.add(newcomer("new", 0.3, 0));
        assertThat(names(RULES.choose(fitting, 0))).containsExactly("v0", "v1", "v2", "v3", "new");
    }

    @Test
    void nobodyIsChosenFromNobody() {
        assertThat(RULES.choose(List.of(), 1_000)).isEmpty();
    }

    @Property
    void asManyAreAskedAsThereAreOffersAndNobodyTwice(
            @ForAll @IntRange(max = 30) int candidates, @ForAll @IntRange(max = 400) int total, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<FairShare.Fitting> fitting = new ArrayList<>();
        for (int i = 0; i < candidates; i++)
            fitting.add(new FairShare.Fitting(match("c" + i, 0.5), random.nextInt(40), random.nextBoolean()));
        List<String> chosen = names(RULES.choose(fitting, total));
        assertThat(chosen).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(5);
        if (candidates > 0) assertThat(chosen).isNotEmpty();
    }

    /** 2,000 tickets of one trade with 30 craftsmen, of whom one is always the best match and six are new and the worst. */
    @Test
    void overManyTicketsNobodyGetsMoreThanHisShareAndNewcomersGetTheirs() {
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Integer> offered = new HashMap<>();
        int total = 0;
        int toNewcomers = 0;
        for (int ticket = 0; ticket < 2_000; ticket++) {
            List<FairShare.Fitting> fitting = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                boolean isNew = i >= 24;
                double score = i == 0 ? 0.95 : isNew ? 0.25 : 0.4 + random.nextDouble() * 0.5;
                fitting.add(new FairShare.Fitting(match("c" + i, score), offered.getOrDefault("c" + i, 0), isNew));
            }
            fitting.sort(Comparator.comparingDouble(
                            (FairShare.Fitting one) -> one.match().score())
                    .reversed());
            for (FairShare.Fitting one : RULES.choose(fitting, total)) {
                offered.merge(one.match().candidate(), 1, Integer::sum);
                total++;
                if (one.newcomer()) toNewcomers++;
            }
        }
        int all = total;
        assertThat(all).isEqualTo(10_000);
        assertThat(offered.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo((int) (0.10 * all) + 1));
        assertThat(offered.get("c0")).isGreaterThan((int) (0.09 * all));
        assertThat((double) toNewcomers / all).isGreaterThanOrEqualTo(0.2);
        assertThat(offered).hasSize(30);
    }

    private static List<String> names(List<FairShare.Fitting> chosen) {
        return chosen.stream().map(one -> one.match().candidate()).toList();
    }

    private static FairShare.Fitting veteran(String id, double score, int offered) {
        return new FairShare.Fitting(match(id, score), offered, false);
    }

    private static FairShare.Fitting newcomer(String id, double score, int offered) {
        return new FairShare.Fitting(match(id, score), offered, true);
    }

    private static Match match(String id, double score) {
        return new Match(id, score, List.of(new Reason.Close()));
    }
}
