package io.jiangwen.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot made at hand-over, so that a craftsman sees what was already tried. Copies everything, references nothing:
 * it stays true when articles change.
 *
 * @param rewritten the standalone question that was searched for
 * @param probability calibrated probability that the best passages answer the question; null when nobody judged
 *     because a person was asked for
 * @param threshold what that probability had to reach
 * @param reason why a person is needed, such as {@code TOO_THIN}
 * @param draft a suggested answer, null when there is none
 * @param dropped sentences that were written and refused by the citation check; none in snapshots of before it kept them
 */
public record Dossier(
        String rewritten,
        List<TriedPassage> passages,
        @Nullable Double probability,
        @Nullable Double threshold,
        String reason,
        @Nullable String draft,
        @Nullable List<DroppedSentence> dropped) {
    public Dossier {
        passages = List.copyOf(passages);
        dropped = dropped == null ? List.of() : List.copyOf(dropped);
    }

    /** Nothing was refused. */
    public Dossier(
            String rewritten,
            List<TriedPassage> passages,
            @Nullable Double probability,
            @Nullable Double threshold,
            String reason,
            @Nullable String draft) {
        this(rewritten, passages, probability, threshold, reason, draft, List.of());
    }

    /**
     * A sentence that nobody was told.
     *
     * @param flaw what the citation check found, such as {@code NUMBER}
     * @param composer MODEL or EXTRACTIVE: whether a model wrote it
     */
    public record DroppedSentence(String text, String flaw, String composer) {}

    /**
     * A passage that was found and was not enough; scores in [0, 1].
     *
     * @param score the fused evidence after re-ranking
     */
    public record TriedPassage(
            String article,
            int version,
            String title,
            String quote,
            double cosine,
            double lexical,
            double fused,
            double score) {}
}
