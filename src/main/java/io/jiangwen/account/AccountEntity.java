package io.jiangwen.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}. */
@Entity
@Table(name = "account")
class AccountEntity {
    @Id
    UUID id;

    String login;

    @Column(name = "password_hash")
    @Nullable
    String passwordHash;

    @Column(name = "display_name")
    String displayName;

    @Enumerated(EnumType.STRING)
    Role role;

    @Column(name = "enterprise_id")
    @Nullable
    UUID enterpriseId;

    @Nullable
    String region;

    List<String> trades = List.of();

    boolean demo;

    boolean disabled;

    @Column(name = "created_at")
    Instant createdAt;
}
