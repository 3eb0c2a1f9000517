package io.jiangwen.account;

import io.jiangwen.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People at a site who have not logged in. */
@ApplicationScoped
public class Visitors {
    private final Repository rows;
    private final SiteRepository sites;
    private final Tokens tokens;
    private final RateLimiter limiter;
    private final AccountConfig config;
    private final Clock clock;

    Visitors(
            Repository rows,
            SiteRepository sites,
            Tokens tokens,
            RateLimiter limiter,
            AccountConfig config,
            Clock clock) {
        this.rows = rows;
        this.sites = sites;
        this.tokens = tokens;
        this.limiter = limiter;
        this.config = config;
        this.clock = clock;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<VisitorEntity, UUID> {}

    /**
     * What a visitor left when a person had to take over.
     *
     * @param complete true when enterprise, contact and consent are known
     */
    public record Contact(
            @Nullable String enterprise, @Nullable String contact, boolean complete) {}

    record Admitted(Tokens.Issued token, boolean open) {}

    /**
     * Lets a visitor in.
     *
     * @throws Problem.NotFound for an unknown site
     * @throws Problem.Forbidden when a page of this origin may not embed the site
     */
    @Transactional(dontRollbackOn = Problem.class)
    Admitted admit(String key, @Nullable String origin, boolean ownOrigin) {
        SiteEntity site = sites.findByIdOptional(key).orElseThrow(() -> new Problem.NotFound("site"));
        if (origin != null && !ownOrigin && !site.origins.contains(origin)) {
            throw new Problem.Forbidden("origin-not-allowed", "This page may not embed the site.");
        }
        limiter.take("visitors:" + key, config.visitorsPerMinute(), Duration.ofMinutes(1));
        VisitorEntity row = new VisitorEntity();
        row.id = UUID.randomUUID();
        row.site = key;
        row.createdAt = clock.instant();
        rows.persistAndFlush(row);
        return new Admitted(tokens.issue(new CallerId.VisitorId(row.id), config.visitorLifetime(), origin), site.open);
    }

    /** Stores what a visitor agreed to be contacted by; needs a surrounding transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void leaveContact(UUID visitor, String enterprise, String contact) {
        VisitorEntity row = rows.findByIdOptional(visitor).orElseThrow(() -> new Problem.NotFound("visitor"));
        row.enterprise = enterprise;
        row.contact = contact;
        row.consentAt = clock.instant();
    }

    public Optional<Contact> contact(UUID visitor) {
        return rows.findByIdOptional(visitor)
                .map(row -> new Contact(row.enterprise, row.contact, row.consentAt != null));
    }

    /** Whether visitors of a site are asked who they are before a ticket opens. */
    public boolean isOpenSite(String key) {
        return sites.findByIdOptional(key).map(site -> site.open).orElse(false);
    }
}
