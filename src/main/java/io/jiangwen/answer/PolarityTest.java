package io.jiangwen.answer;

import io.jiangwen.text.Language;
import io.jiangwen.text.Opposites;
import java.util.List;
import java.util.Optional;

/**
 * Whether a clause of the sentence says the contrary of the clauses it speaks of: it denies what they affirm, or has the
 * opposite of one of their words. A denial of the opposite is the same again. Pure.
 */
final class PolarityTest {
    /** Weight of words from which on a denied clause forbids something of its own. */
    private static final double LEAST_FORBIDDEN = 1.5;

    private final Alignment alignment;
    private final SupportBar bar;

    PolarityTest(Alignment alignment, SupportBar bar) {
        this.alignment = alignment;
        this.bar = bar;
    }

    Optional<Flaw> flaw() {
        for (Clause clause : alignment.sentence().clauses()) {
            List<Alignment.Match> matches = alignment.matches(clause);
            if (matches.isEmpty() || matches.getFirst().covered() < bar.polarityCover()) continue;
            double best = matches.getFirst().fit();
            List<Flaw> flaws = matches.stream()
                    .filter(match -> match.fit() >= best - bar.alike())
                    .map(match -> between(clause, match))
                    .takeWhile(Optional::isPresent)
                    .map(Optional::orElseThrow)
                    .toList();
            long alike = matches.stream()
                    .filter(match -> match.fit() >= best - bar.alike())
                    .count();
            if (flaws.size() == alike) return Optional.of(flaws.getFirst());
            if (allowsWhatIsForbidden(clause, matches)) return Optional.of(Flaw.DENIAL);
        }
        return Optional.empty();
    }

    /** All that a denied clause says stands in a clause that denies nothing, and nothing else says it. */
    private boolean allowsWhatIsForbidden(Clause clause, List<Alignment.Match> matches) {
        if (clause.denies()) return false;
        Language language = alignment.sentence().language();
        boolean forbidden = false;
        for (Alignment.Match match : matches) {
            Clause other = match.clause();
            double said = alignment.covered(/* clause= */ other, /* other= */ clause, language);
            if (other.weight() < LEAST_FORBIDDEN || said < bar.denialCover()) continue;
            if (!other.denies()) return false;
            forbidden = true;
        }
        return forbidden;
    }

    private Optional<Flaw> between(Clause clause, Alignment.Match match) {
        boolean denied = clause.denies() != match.clause().denies()
                || (match.covered() >= bar.denialCover()
                        && (clause.denials() + match.clause().denials()) % 2 == 1);
        int opposites = alignment.sentence().language() == match.statement().language()
                ? Opposites.between(clause.text(), match.clause().text())
                : 0;
        if (opposites == 0) return denied ? Optional.of(Flaw.DENIAL) : Optional.empty();
        return denied && opposites == 1 ? Optional.empty() : Optional.of(Flaw.OPPOSITE);
    }
}
