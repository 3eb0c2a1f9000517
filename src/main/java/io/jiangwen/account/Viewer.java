package io.jiangwen.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which knowledge somebody may see: what is public, what his industry and his enterprise may, or everything.
 *
 * @param enterprise null for nobody's
 * @param industry the industry code of the enterprise, null where unknown
 * @param everything true for those who manage the knowledge
 */
public record Viewer(@Nullable UUID enterprise, @Nullable String industry, boolean everything) {
    /** Sees public knowledge only. */
    public static final Viewer PUBLIC = new Viewer(null, null, false);

    /** Sees all knowledge: curators at their desk. */
    public static final Viewer EVERYTHING = new Viewer(null, null, true);
}
