package io.jiangwen.account;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;

/** A visitor comes back by the link he was given. */
@Blocking
@Path("/api/v1/resume")
class ResumeResource {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final ResumeLinks links;
    private final RateLimiter limiter;
    private final AccountConfig config;

    ResumeResource(ResumeLinks links, RateLimiter limiter, AccountConfig config) {
        this.links = links;
        this.limiter = limiter;
        this.config = config;
    }

    record Carried(@NotNull @Size(min = 1, max = 200) String token) {}

    /** @param token of the visitor, for this device */
    record Session(String token, OffsetDateTime expiresAt, boolean open, String site, UUID conversation) {}

    /** The link stays good until it expires or is revoked: it may be opened on the phone and at the desk. */
    @POST
    @PermitAll
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Session resume(@Valid @NotNull Carried carried) {
        limiter.take("resume", config.visitorsPerMinute(), WINDOW);
        ResumeLinks.Resumed resumed = links.resume(carried.token());
        return new Session(
                resumed.session().value(),
                resumed.session().expiresAt().atOffset(ZoneOffset.UTC),
                resumed.open(),
                resumed.site(),
                resumed.conversation());
    }
}
