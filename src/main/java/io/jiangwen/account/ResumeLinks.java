package io.jiangwen.account;

import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links by which a visitor, who has no account to log in to, goes on with a thread on another device. Each is signed, ends
 * by itself, and can be revoked. It is good for nothing but a new visitor's session.
 */
@ApplicationScoped
public class ResumeLinks {
    private final Statements database;
    private final Tokens tokens;
    private final AccountConfig config;
    private final Clock clock;

    ResumeLinks(Statements database, Tokens tokens, AccountConfig config, Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /** @param token belongs behind a {@code #}, where no log and no other site sees it */
    public record Link(String token, OffsetDateTime expiresAt) {
        @Override
        public String toString() {
            return "Link[until " + expiresAt + "]";
        }
    }

    /** The visitor's session, and the thread to show. */
    record Resumed(Tokens.Issued session, UUID conversation, String site, boolean open) {}

    /** The link of a thread of this visitor: the one it has, or a new one. */
    @Transactional
    public Link of(UUID visitor, UUID conversation) {
        Instant now = now();
        return newest(visitor, conversation, now).orElseGet(() -> {
            UUID id = UUID.randomUUID();
            Instant expires = now.plus(config.resumeLifetime());
            database.update(
                    """
                    INSERT INTO resume_link (id, visitor_id, conversation_id, created_at, expires_at)
                    VALUES (?, ?, ?, ?, ?)
                    """, id, visitor, conversation, now.atOffset(ZoneOffset.UTC), expires.atOffset(ZoneOffset.UTC));
            return link(id, expires);
        });
    }

    /** The visitor's newest link that is still good, whatever thread it leads to; empty where there is none. */
    @Transactional
    public Optional<Link> newestOf(UUID visitor) {
        return newest(visitor, null, now());
    }

    /** No link of the thread is good any more. */
    @Transactional
    public void revoke(UUID visitor, UUID conversation) {
        database.update(
                "UPDATE resume_link SET revoked_at = ? WHERE visitor_id = ? AND conversation_id = ? AND revoked_at IS NULL",
                now().atOffset(ZoneOffset.UTC),
                visitor,
                conversation);
    }

    /** @throws NotGood for a link that is broken, over or revoked: which of them, nobody is told */
    @Transactional
    Resumed resume(String token) {
        Instant now = now();
        UUID link = ResumeToken.read(token, key())
                .filter(read -> read.expires().isAfter(now))
                .map(ResumeToken::link)
                .orElseThrow(NotGood::new);
        return database.first(
                        """
                        SELECT l.visitor_id, l.conversation_id, s.key, s.open
                        FROM resume_link l JOIN visitor v ON v.id = l.visitor_id JOIN site s ON s.key = v.site
                        WHERE l.id = ? AND l.revoked_at IS NULL AND l.expires_at > ?
                        """,
                        row -> new Resumed(
                                tokens.issue(
                                        new CallerId.VisitorId(row.getObject("visitor_id", UUID.class)),
                                        config.visitorLifetime(),
                                        null),
                                row.getObject("conversation_id", UUID.class),
                                row.getString("key"),
                                row.getBoolean("open")),
                        link,
                        now.atOffset(ZoneOffset.UTC))
                .orElseThrow(NotGood::new);
    }

    private Optional<Link> newest(UUID visitor, @Nullable UUID conversation, Instant now) {
        return database.first(
                """
                SELECT id, expires_at FROM resume_link
                WHERE visitor_id = ? AND (CAST(? AS uuid) IS NULL OR conversation_id = ?)
                  AND revoked_at IS NULL AND expires_at > ?
                ORDER BY created_at DESC, id LIMIT 1
                """,
                row -> link(
                        row.getObject("id", UUID.class),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()),
                visitor,
                conversation,
                conversation,
                now.atOffset(ZoneOffset.UTC));
    }

    private Link link(UUID id, Instant expires) {
        return new Link(new ResumeToken(id, expires).signed(key()), expires.atOffset(ZoneOffset.UTC));
    }

    private byte[] key() {
        return database.first("SELECT key FROM resume_key", row -> row.getBytes("key"))
                .orElseThrow(() -> new IllegalStateException("the key of resume links is gone"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A resume link that leads nowhere. */
    static class NotGood extends Problem {
        private static final long serialVersionUID = 1L;

        NotGood() {
            super(404, "resume-link-not-good", "This link is not good any more; ask for a new one where you asked.");
        }
    }
}
