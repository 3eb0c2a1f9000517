package io.jiangwen.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as it is kept.
 *
 * @param number where it stands in the file
 * @param outcome null as long as it waits
 * @param code of what keeps it from being asked; null for nothing
 * @param conversation its thread; null before it was asked
 */
record ListRow(
        int number,
        String enterprise,
        String contact,
        String question,
        @Nullable String outcome,
        @Nullable String code,
        @Nullable String reason,
        @Nullable UUID conversation) {}
