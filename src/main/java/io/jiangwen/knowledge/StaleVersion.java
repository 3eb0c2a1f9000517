package io.jiangwen.knowledge;

import io.jiangwen.problem.Problem;
import java.util.Map;

/** Somebody wrote a newer version since the caller read the article. */
public final class StaleVersion extends Problem.Conflict {
    private static final long serialVersionUID = 1L;

    public StaleVersion(int given, int newest) {
        super(
                "stale-version",
                "Version " + given + " is not the newest any more: read version " + newest + " first.",
                Map.of("newest", newest));
    }
}
