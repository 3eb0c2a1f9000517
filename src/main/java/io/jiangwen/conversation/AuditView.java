package io.jiangwen.conversation;

import io.jiangwen.answer.Answer;
import io.jiangwen.confidence.AuditVerdict;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answered question as its auditor sees it: what was asked, what was answered and from what, but not who asked, and
 * not how sure the service was.
 *
 * @param rewritten the standalone question that was searched for
 * @param safety highest level of the articles cited, 0 to 3
 * @param outcome how it was settled, null while it waits
 * @param yours what the reader has said himself, null before
 */
record AuditView(
        UUID id,
        String question,
        String rewritten,
        Turn.Words answer,
        List<Answer.Citation> citations,
        int safety,
        @Nullable String trade,
        OffsetDateTime drawnAt,
        @Nullable AuditVerdict outcome,
        @Nullable AuditVerdict yours) {
    AuditView {
        citations = List.copyOf(citations);
    }
}
