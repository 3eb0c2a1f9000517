package io.jiangwen.notification;

import static io.jiangwen.account.Role.Name.ADMINISTRATOR;

import io.jiangwen.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What left the service, what did not, and another try for what was given up. */
@Blocking
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(ADMINISTRATOR)
class DeliveryResource {
    private static final int LONGEST_PAGE = 100;

    private final DeliveryLedger ledger;

    DeliveryResource(DeliveryLedger ledger) {
        this.ledger = ledger;
    }

    record Page(List<DeliveryLedger.Entry> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    record Story(DeliveryLedger.Entry delivery, List<DeliveryLedger.Attempt> attempts) {
        Story {
            attempts = List.copyOf(attempts);
        }
    }

    /** The newest first; {@code state=DEAD} are the dead letters. */
    @GET
    public Page list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        int most = number(limit, "invalid-limit", LONGEST_PAGE);
        long before = cursor == null ? Long.MAX_VALUE : number(cursor, "invalid-cursor", Integer.MAX_VALUE);
        List<DeliveryLedger.Entry> items = ledger.list(state(state), before, most);
        return new Page(
                items,
                items.size() < most ? null : Long.toString(items.getLast().seq()));
    }

    @GET
    @Path("/{id}")
    public Story show(@PathParam("id") String id) {
        return story(id(id));
    }

    @POST
    @Path("/{id}/retry")
    public Story retry(@PathParam("id") String id) {
        ledger.revive(id(id));
        return story(id(id));
    }

    private Story story(UUID id) {
        return new Story(ledger.require(id), ledger.attempts(id));
    }

    private static @Nullable DeliveryState state(@Nullable String name) {
        if (name == null) return null;
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Problem.Invalid("invalid-state", "A delivery is WAITING, SENT, DEAD or DROPPED."));
    }

    private static int number(String text, String code, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) return number;
        } catch (NumberFormatException e) {
            throw new Problem.Invalid(code, "Send a number from 1 to " + most + ".");
        }
        throw new Problem.Invalid(code, "Send a number from 1 to " + most + ".");
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("delivery");
        }
    }
}
