package io.jiangwen.ticket;

import static io.jiangwen.account.Role.Name.DISPATCHER;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.ticket.TicketRequests.HandRequest;
import io.jiangwen.ticket.TicketRequests.ReasonRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Dispatchers decide who answers. */
@Blocking
@Path("/api/v1/tickets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(DISPATCHER)
class DispatchResource {
    private final CurrentCaller current;
    private final TicketDesk desk;
    private final Assignments assignments;
    private final Priorities priorities;

    DispatchResource(CurrentCaller current, TicketDesk desk, Assignments assignments, Priorities priorities) {
        this.current = current;
        this.desk = desk;
        this.assignments = assignments;
        this.priorities = priorities;
    }

    /** Gives the ticket to a craftsman, also when somebody has it. */
    @POST
    @Path("/assign")
    public TicketView assign(@PathParam("id") String id, @Nullable HandRequest sent) {
        Caller caller = current.get();
        Ticket ticket = assignments.assign(
                TicketRequests.id(id), caller, TicketRequests.body(sent).handing());
        return desk.render(ticket.id(), caller);
    }

    /** Takes the ticket, also when somebody has it: the dispatcher is its owner then and answers it himself. */
    @POST
    @Path("/take-over")
    public TicketView takeOver(@PathParam("id") String id, @Nullable ReasonRequest sent) {
        Caller caller = current.get();
        String reason = sent == null ? null : TicketRequests.cleanOrNull(sent.reason());
        return desk.render(
                assignments.takeOver(TicketRequests.id(id), caller, reason).id(), caller);
    }

    /** Says how much the ticket presses: NORMAL or URGENT, with a reason. */
    @POST
    @Path("/priority")
    public TicketView prioritise(@PathParam("id") String id, @Nullable PriorityRequest sent) {
        Caller caller = current.get();
        PriorityRequest body = TicketRequests.body(sent);
        Ticket ticket = priorities.set(
                TicketRequests.id(id),
                caller,
                Priority.parse(body.priority()),
                TicketRequests.cleanOrNull(body.reason()));
        return desk.render(ticket.id(), caller);
    }

    record PriorityRequest(
            @Nullable String priority, @Nullable String reason) {}
}
