package io.jiangwen.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row to be kept: one that will be asked, or one that cannot be.
 *
 * @param enterprise null where it is not known
 * @param asker whose thread it becomes; null with a verdict
 * @param verdict what it has come to already; null for one that will be asked
 */
record NewRow(
        WrittenProblem problem,
        @Nullable UUID enterprise,
        @Nullable UUID asker,
        @Nullable Verdict verdict) {
    NewRow {
        if (verdict == null && (enterprise == null || asker == null))
            throw new IllegalArgumentException("nobody to ask row " + problem.number() + " for");
    }

    /** @param outcome FAILED or DUPLICATE */
    record Verdict(String outcome, String code, String reason) {
        static Verdict failed(WrittenProblem.Flaw flaw) {
            return new Verdict("FAILED", flaw.code(), flaw.reason());
        }
    }

    static NewRow refused(WrittenProblem problem, Verdict verdict) {
        return new NewRow(problem, null, null, verdict);
    }
}
