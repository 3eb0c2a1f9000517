package io.jiangwen.conversation;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.Role;
import io.jiangwen.answer.Examined;
import io.jiangwen.ticket.TicketDesk;
import io.jiangwen.ticket.TicketSummary;
import io.jiangwen.ticket.TicketView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asking for a person. */
@Path("/api/v1/tickets")
class PersonRequestResource {
    private final PersonRequests requests;
    private final TicketDesk desk;
    private final Door door;
    private final CurrentCaller caller;

    PersonRequestResource(PersonRequests requests, TicketDesk desk, Door door, CurrentCaller caller) {
        this.requests = requests;
        this.desk = desk;
        this.door = door;
        this.caller = caller;
    }

    record PersonRequest(@Nullable String question, boolean confidential) {}

    /** 201 with a new ticket, or 200 with the open one of a colleague who asked the same. */
    @POST
    @RolesAllowed({
        Role.Name.VISITOR,
        Role.Name.ASKER,
        Role.Name.CRAFTSMAN,
        Role.Name.CURATOR,
        Role.Name.DISPATCHER,
        Role.Name.ADMINISTRATOR
    })
    public RestResponse<TicketView> open(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull PersonRequest request) {
        Caller asker = caller.get();
        String question = door.admit(asker, request.question());
        Examined examined = requests.examine(asker, question);
        Turn turn = requests.open(asker, examined, requests.wish(asker, question, request.confidential(), key));
        TicketSummary ticket = Objects.requireNonNull(turn.ticket());
        boolean joined = turn.outcome() == TurnOutcome.JOINED;
        return RestResponse.status(
                joined ? RestResponse.Status.OK : RestResponse.Status.CREATED, desk.show(ticket.id(), asker));
    }
}
