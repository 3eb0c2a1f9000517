package io.jiangwen.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant, as other packages see it. */
public record Enterprise(
        UUID id,
        String name,
        @Nullable String industry,
        @Nullable String region) {
    static Enterprise of(EnterpriseEntity row) {
        return new Enterprise(row.id, row.name, row.industryCode, row.region);
    }
}
