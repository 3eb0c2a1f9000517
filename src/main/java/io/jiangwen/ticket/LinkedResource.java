package io.jiangwen.ticket;

import static io.jiangwen.account.Role.Name.CRAFTSMAN;
import static io.jiangwen.account.Role.Name.DISPATCHER;

import io.jiangwen.account.CurrentCaller;
import io.jiangwen.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tickets of other enterprises about the same problem, for whoever owns one of them. */
@Blocking
@Path("/api/v1/tickets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({CRAFTSMAN, DISPATCHER})
class LinkedResource {
    private final CurrentCaller current;
    private final LinkedTickets links;
    private final FanOut fanOut;

    LinkedResource(CurrentCaller current, LinkedTickets links, FanOut fanOut) {
        this.current = current;
        this.links = links;
        this.fanOut = fanOut;
    }

    /** Who else waits for this, without names, and what each would read of the reply. */
    @GET
    @Path("/linked")
    public LinkedTicket.Group linked(@PathParam("id") String id) {
        return links.group(TicketRequests.id(id), current.get());
    }

    /** Sends the reply to the ticked ones, word for word as they were shown; each is told what became of it. */
    @POST
    @Path("/fan-out")
    public Outcomes send(@PathParam("id") String id, @Nullable FanOutRequest sent) {
        FanOutRequest body = TicketRequests.body(sent);
        return new Outcomes(
                fanOut.send(TicketRequests.id(id), current.get(), TicketRequests.epoch(body.epoch()), body.checked()),
                null);
    }

    record Outcomes(List<FanOut.Sent> items, @Nullable String next) {
        Outcomes {
            items = List.copyOf(items);
        }
    }

    record RecipientRequest(
            @Nullable String ticket,
            @Nullable Integer epoch,
            @Nullable String text) {
        FanOut.Recipient checked() {
            if (ticket == null || text == null || text.isBlank()) throw incomplete();
            return new FanOut.Recipient(TicketRequests.id(ticket), TicketRequests.epoch(epoch), text);
        }
    }

    record FanOutRequest(@Nullable Integer epoch, @Nullable List<@Nullable RecipientRequest> recipients) {
        List<FanOut.Recipient> checked() {
            if (recipients == null) return List.of();
            return recipients.stream()
                    .map(recipient -> {
                        if (recipient == null) throw incomplete();
                        return recipient.checked();
                    })
                    .toList();
        }
    }

    private static Problem incomplete() {
        return new Problem.Invalid(
                "invalid-recipient", "A recipient is {\"ticket\", \"epoch\", \"text\"} as GET .../linked shows them.");
    }
}
