package io.jiangwen.craftsman;

import io.jiangwen.text.Language;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that somebody is looked for.
 *
 * @param region of the enterprise, null when unknown
 * @param language of the reasons
 * @param without those who were asked before or are away
 * @param workloads by account; who is missing has nothing to do
 */
public record Wanted(
        String question, @Nullable String region, Language language, Set<UUID> without, Map<UUID, Workload> workloads) {
    public Wanted {
        without = Set.copyOf(without);
        workloads = Map.copyOf(workloads);
    }

    Workload workload(UUID account) {
        return workloads.getOrDefault(account, Workload.NONE);
    }
}
