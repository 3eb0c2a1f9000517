package io.jiangwen.ticket;

import static io.jiangwen.account.Role.Name.ADMINISTRATOR;
import static io.jiangwen.account.Role.Name.DISPATCHER;

import io.jiangwen.account.CurrentCaller;
import io.jiangwen.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much working time tickets are given, by priority and enterprise. */
@Blocking
@Path("/api/v1/clock-policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({DISPATCHER, ADMINISTRATOR})
class ClockPolicyResource {
    private static final Duration LONGEST = Duration.ofDays(100);

    private final CurrentCaller current;
    private final ClockPolicies policies;

    ClockPolicyResource(CurrentCaller current, ClockPolicies policies) {
        this.current = current;
        this.policies = policies;
    }

    /** @param within working time, such as {@code PT4H}; so is {@code warnBefore} */
    record View(@Nullable UUID enterprise, Priority priority, ClockKind clock, String within, String warnBefore) {
        static View of(ClockPolicy policy) {
            return new View(
                    policy.enterprise(),
                    policy.priority(),
                    policy.clock(),
                    policy.allowance().within().toString(),
                    policy.allowance().warnBefore().toString());
        }
    }

    /** All on one page: {@code next} is null. */
    record Page(List<View> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    record PolicyRequest(
            @Nullable String enterprise,
            @Nullable String within,
            @Nullable String warnBefore) {}

    /** The defaults, or what one enterprise agreed instead. */
    @GET
    public Page list(@QueryParam("enterprise") @Nullable String enterprise) {
        return new Page(
                policies.list(current.get(), enterprise(enterprise)).stream()
                        .map(View::of)
                        .toList(),
                null);
    }

    @PUT
    @Path("/{priority}/{clock}")
    public View set(
            @PathParam("priority") String priority, @PathParam("clock") String clock, @Nullable PolicyRequest sent) {
        PolicyRequest body = TicketRequests.body(sent);
        ClockPolicy policy = new ClockPolicy(
                enterprise(body.enterprise()),
                Priority.parse(priority),
                kind(clock),
                allowance(
                        duration(body.within()),
                        body.warnBefore() == null ? Duration.ZERO : duration(body.warnBefore())));
        policies.set(current.get(), policy);
        return View.of(policy);
    }

    /** The default counts for the enterprise again. */
    @DELETE
    @Path("/{priority}/{clock}")
    @Consumes(MediaType.WILDCARD)
    public void drop(
            @PathParam("priority") String priority,
            @PathParam("clock") String clock,
            @QueryParam("enterprise") @Nullable String enterprise) {
        UUID whose = enterprise(enterprise);
        if (whose == null)
            throw new Problem.Invalid("missing-enterprise", "A default is changed, not deleted; name an enterprise.");
        policies.drop(current.get(), whose, Priority.parse(priority), kind(clock));
    }

    private static ClockKind kind(String name) {
        return Arrays.stream(ClockKind.values())
                .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid(
                        "invalid-clock", "A clock is one of " + Arrays.toString(ClockKind.values())));
    }

    private static @Nullable UUID enterprise(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("enterprise");
        }
    }

    private static Allowance allowance(Duration within, Duration warnBefore) {
        boolean sane = within.compareTo(Duration.ofMinutes(1)) >= 0
                && within.compareTo(LONGEST) <= 0
                && !warnBefore.isNegative()
                && warnBefore.compareTo(within) < 0;
        if (!sane)
            throw new Problem.Invalid(
                    "invalid-allowance",
                    "A clock has one minute to 100 days (24 hours each) of working time, and warns before it is over.");
        return new Allowance(within, warnBefore);
    }

    private static Duration duration(@Nullable String text) {
        try {
            if (text == null) throw new Problem.Invalid("invalid-duration", "Say how long: \"within\": \"PT4H\".");
            return Duration.ofSeconds(Duration.parse(text).toSeconds());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new Problem.Invalid("invalid-duration", "Write working time as PT4H or PT30M.");
        }
    }
}
