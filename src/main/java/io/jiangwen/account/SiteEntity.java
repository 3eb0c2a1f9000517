package io.jiangwen.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code site}: a place that embeds the widget. */
@Entity
@Table(name = "site")
class SiteEntity {
    @Id
    String key;

    String name;

    /** True for a portal, false where the site belongs to one enterprise. */
    boolean open;

    @Column(name = "enterprise_id")
    @Nullable
    UUID enterpriseId;

    @Nullable
    String region;

    /** Origins of foreign pages that may embed the widget, such as {@code https://portal.example}. */
    List<String> origins = List.of();

    boolean demo;

    @Column(name = "created_at")
    Instant createdAt;
}
