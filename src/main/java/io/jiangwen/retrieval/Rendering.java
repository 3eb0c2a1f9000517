package io.jiangwen.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A term of a question with what a dictionary offers for it in another language.
 *
 * @param asked the lexemes of the term itself
 * @param offers what it may be called, the usual ones first
 */
record Rendering(List<String> asked, List<Offer> offers) {
    /** Of more translations, the rare ones are mostly other meanings. */
    private static final int MOST = 6;

    Rendering {
        asked = List.copyOf(asked);
        offers = List.copyOf(offers);
    }

    /** A translation and the lexemes by which passages are found that have it. */
    record Offer(String text, List<String> lexemes) {
        Offer {
            lexemes = List.copyOf(lexemes);
        }

        private int frequency(CorpusCounts counts) {
            return lexemes.stream().mapToInt(counts::frequency).min().orElse(0);
        }
    }

    /** Whether the corpus has any of the translations. */
    boolean isKnown(CorpusCounts counts) {
        return !common(counts).isEmpty();
    }

    /** The term with the translations that are commonest in the corpus; itself, for names stay as they are. */
    AskedTerm wordings(CorpusCounts counts) {
        List<List<String>> wordings = new ArrayList<>(List.of(asked));
        common(counts).stream().limit(MOST).map(Offer::lexemes).forEach(wordings::add);
        return new AskedTerm(wordings);
    }

    /** The translation that is commonest in the corpus, else the usual one, else the term as it was put. */
    String text(CorpusCounts counts) {
        List<Offer> common = common(counts);
        // What a single character means hangs on what stands beside it.
        Optional<Offer> word =
                common.stream().filter(offer -> offer.text().length() > 1).findFirst();
        if (word.isPresent()) return word.get().text();
        if (!common.isEmpty()) return common.getFirst().text();
        return offers.isEmpty() ? String.join(" ", asked) : offers.getFirst().text();
    }

    private List<Offer> common(CorpusCounts counts) {
        return offers.stream()
                .filter(offer -> offer.frequency(counts) > 0)
                .sorted(Comparator.comparingInt((Offer offer) -> offer.frequency(counts))
                        .reversed())
                .toList();
    }
}
