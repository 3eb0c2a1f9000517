package io.jiangwen.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code enterprise}: the tenant. */
@Entity
@Table(name = "enterprise")
class EnterpriseEntity {
    @Id
    UUID id;

    String name;

    @Column(name = "industry_code")
    @Nullable
    String industryCode;

    @Nullable
    String region;

    @Nullable
    String size;

    /** 专精特新. */
    boolean specialised;

    @Nullable
    String equipment;

    @Column(name = "created_at")
    Instant createdAt;
}
