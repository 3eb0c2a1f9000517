package io.jiangwen.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code visitor}: somebody at a site who has not logged in. */
@Entity
@Table(name = "visitor")
class VisitorEntity {
    @Id
    UUID id;

    String site;

    @Nullable
    String enterprise;

    @Nullable
    String contact;

    @Column(name = "consent_at")
    @Nullable
    Instant consentAt;

    @Column(name = "created_at")
    Instant createdAt;
}
