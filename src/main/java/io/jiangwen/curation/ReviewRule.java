package io.jiangwen.curation;

import io.jiangwen.knowledge.ArticleState;
import io.jiangwen.knowledge.Manuscript;
import io.jiangwen.problem.Problem;
import java.util.UUID;

/**
 * Who may approve: somebody other than the author. A craftsman's case has the craftsman as author whatever a curator
 * edits; everything else has the account that wrote the version.
 */
final class ReviewRule {
    private ReviewRule() {}

    /** @throws NeedsAnotherCurator when {@code curator} would approve what he wrote */
    static void check(Manuscript manuscript, UUID curator) {
        boolean waits = manuscript.state() == ArticleState.IN_REVIEW;
        if (waits && !manuscript.fromReply() && curator.equals(manuscript.writtenBy())) throw new NeedsAnotherCurator();
    }

    /** The writer of a version asks to approve it. */
    static final class NeedsAnotherCurator extends Problem.Conflict {
        private static final long serialVersionUID = 1L;

        NeedsAnotherCurator() {
            super("needs-another-curator", "You wrote this version: another curator has to approve it.");
        }
    }
}
