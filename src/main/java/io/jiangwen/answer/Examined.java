package io.jiangwen.answer;

import io.jiangwen.confidence.Calibration;
import io.jiangwen.confidence.Verdict;
import io.jiangwen.question.Dossier;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question after searching and judging.
 *
 * @param question the standalone question that was searched for
 */
public record Examined(Question question, SearchResult found, Verdict verdict, Calibration calibration) {
    private static final int PASSAGES_IN_DOSSIER = 8;

    /** A snapshot for the craftsman of whoever asked for a person: nobody wrote a sentence. */
    public Dossier dossier(String reason, boolean judged) {
        return dossier(reason, null, Making.QUOTED, judged);
    }

    /**
     * A snapshot for the craftsman.
     *
     * @param judged false when a person was asked for, so that no probability is shown that nobody used
     */
    public Dossier dossier(String reason, @Nullable String draft, Making making, boolean judged) {
        Answer.Composer composer = making.call().isPresent() ? Answer.Composer.MODEL : Answer.Composer.EXTRACTIVE;
        return new Dossier(
                question.text(),
                found.hits().stream()
                        .limit(PASSAGES_IN_DOSSIER)
                        .map(Examined::tried)
                        .toList(),
                judged ? verdict.probability() : null,
                judged ? verdict.threshold() : null,
                reason,
                draft,
                making.dropped().stream()
                        .map(dropped -> new Dossier.DroppedSentence(
                                dropped.text(), dropped.flaw().name(), composer.name()))
                        .toList());
    }

    /** What was found, best first, by id. */
    public List<Seen> seen() {
        return found.hits().stream()
                .map(hit -> new Seen(
                        Long.toString(hit.passage().id()),
                        hit.passage().article(),
                        hit.passage().version(),
                        hit.evidence().score()))
                .toList();
    }

    /**
     * A passage that was found.
     *
     * @param score in [0, 1], after re-ranking
     */
    public record Seen(String passage, String article, int version, double score) {}

    private static Dossier.TriedPassage tried(Hit hit) {
        return new Dossier.TriedPassage(
                hit.passage().article(),
                hit.passage().version(),
                hit.passage().title(),
                hit.passage().text(),
                hit.evidence().cosine(),
                hit.evidence().lexical(),
                hit.evidence().fused(),
                hit.evidence().score());
    }
}
