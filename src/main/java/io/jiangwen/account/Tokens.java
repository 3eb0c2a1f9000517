package io.jiangwen.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opaque access tokens: 256 random bits, of which only the SHA-256 is stored. */
@ApplicationScoped
class Tokens {
    private final EntityManager database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A token just issued; {@code value} is known to its holder only. */
    record Issued(String value, Instant expiresAt) {}

    /** Whoever a valid token belongs to. */
    record Holder(Caller caller, @Nullable String origin, Instant expiresAt) {}

    /** @param origin origin of the page the token is bound to, null for none */
    @Transactional
    Issued issue(CallerId holder, Duration lifetime, @Nullable String origin) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(lifetime);
        database.createNativeQuery("""
                INSERT INTO access_token (hash, account_id, visitor_id, origin, created_at, expires_at)
                VALUES (:hash, CAST(:account AS uuid), CAST(:visitor AS uuid), CAST(:origin AS text), :now, :expires)
                """)
                .setParameter("hash", hash(value))
                .setParameter(
                        "account",
                        holder instanceof CallerId.AccountId a ? a.value().toString() : null)
                .setParameter(
                        "visitor",
                        holder instanceof CallerId.VisitorId v ? v.value().toString() : null)
                .setParameter("origin", origin)
                .setParameter("now", now)
                .setParameter("expires", expiresAt)
                .executeUpdate();
        return new Issued(value, expiresAt);
    }

    @Transactional
    Optional<Holder> find(String token) {
        List<?> rows = database.createNativeQuery("""
                SELECT t.origin, t.expires_at, t.account_id, t.visitor_id, v.site,
                       coalesce(a.role, 'VISITOR') AS role, coalesce(a.display_name, v.enterprise, '访客') AS name,
                       e.id AS enterprise_id, e.industry_code, coalesce(a.region, e.region, s.region) AS region
                FROM access_token t
                LEFT JOIN account a ON a.id = t.account_id
                LEFT JOIN visitor v ON v.id = t.visitor_id
                LEFT JOIN site s ON s.key = v.site
                LEFT JOIN enterprise e ON e.id = coalesce(a.enterprise_id, s.enterprise_id)
                WHERE t.hash = :hash AND t.expires_at > :now AND coalesce(a.disabled, false) = false
                """, Tuple.class)
                .setParameter("hash", hash(token))
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream().map(row -> holder((Tuple) row)).findFirst();
    }

    @Transactional
    void revoke(String token) {
        database.createNativeQuery("DELETE FROM access_token WHERE hash = :hash")
                .setParameter("hash", hash(token))
                .executeUpdate();
    }

    @Transactional
    void forgetExpired() {
        database.createNativeQuery("DELETE FROM access_token WHERE expires_at < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static Holder holder(Tuple row) {
        UUID account = row.get("account_id", UUID.class);
        CallerId id = account == null
                ? new CallerId.VisitorId(row.get("visitor_id", UUID.class))
                : new CallerId.AccountId(account);
        Caller caller = new Caller(
                id,
                Role.valueOf(row.get("role", String.class)),
                row.get("name", String.class),
                row.get("enterprise_id", UUID.class),
                row.get("industry_code", String.class),
                row.get("region", String.class),
                row.get("site", String.class));
        return new Holder(caller, row.get("origin", String.class), row.get("expires_at", Instant.class));
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
