package io.jiangwen.answer;

import io.jiangwen.text.Measure;
import java.util.List;
import java.util.Optional;

/** Whether the numbers of a sentence stand in the passages, with their unit and said of the same thing. Pure. */
final class NumberTest {
    private final Alignment alignment;
    private final SupportBar bar;

    NumberTest(Alignment alignment, SupportBar bar) {
        this.alignment = alignment;
        this.bar = bar;
    }

    Optional<Flaw> flaw() {
        for (Clause clause : alignment.sentence().clauses()) {
            if (clause.measures().isEmpty()) continue;
            List<Alignment.Match> measured = alignment.matches(clause).stream()
                    .filter(match -> !match.clause().measures().isEmpty())
                    .toList();
            for (Measure measure : clause.measures()) {
                Optional<Flaw> flaw = flaw(measure, measured);
                if (flaw.isPresent()) return flaw;
            }
        }
        return Optional.empty();
    }

    private Optional<Flaw> flaw(Measure measure, List<Alignment.Match> measured) {
        List<Alignment.Match> having = measured.stream()
                .filter(match -> match.clause().measures().stream().anyMatch(measure::isSameAmount))
                .toList();
        if (having.isEmpty()) return Optional.of(Flaw.NUMBER);
        double best = having.getFirst().fit();
        if (best < measured.getFirst().fit() - bar.numberMargin()) return Optional.of(Flaw.SUBJECT);
        boolean boundOtherwise = having.stream()
                .filter(match -> match.fit() >= best - bar.alike())
                .flatMap(match -> match.clause().measures().stream())
                .filter(measure::isSameAmount)
                .allMatch(measure::isBoundOtherwise);
        return boundOtherwise ? Optional.of(Flaw.BOUND) : Optional.empty();
    }
}
