package io.jiangwen.ticket;

import static io.jiangwen.account.Role.Name.ADMINISTRATOR;
import static io.jiangwen.account.Role.Name.ASKER;
import static io.jiangwen.account.Role.Name.CRAFTSMAN;
import static io.jiangwen.account.Role.Name.CURATOR;
import static io.jiangwen.account.Role.Name.DISPATCHER;
import static io.jiangwen.account.Role.Name.OPERATOR;
import static io.jiangwen.account.Role.Name.VISITOR;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.ticket.TicketRequests.ConfirmRequest;
import io.jiangwen.ticket.TicketRequests.ReasonRequest;
import io.jiangwen.ticket.TicketRequests.TextRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What whoever asked says on his ticket. Every role may ask, so every role may call this for what it asked. */
@Blocking
@Path("/api/v1/tickets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({VISITOR, ASKER, CRAFTSMAN, CURATOR, DISPATCHER, ADMINISTRATOR, OPERATOR})
class AskerResource {
    private final CurrentCaller current;
    private final TicketDesk desk;
    private final AskersWord word;
    private final Pauses pauses;
    private final FollowUps followUps;

    AskerResource(CurrentCaller current, TicketDesk desk, AskersWord word, Pauses pauses, FollowUps followUps) {
        this.current = current;
        this.desk = desk;
        this.word = word;
        this.pauses = pauses;
        this.followUps = followUps;
    }

    /** Says whether the reply worked. */
    @POST
    @Path("/confirm")
    public TicketView confirm(@PathParam("id") String id, @Nullable ConfirmRequest sent) {
        Caller caller = current.get();
        return show(
                word.confirm(
                        TicketRequests.id(id), caller, TicketRequests.body(sent).feedback()),
                caller);
    }

    /** Answers what the owner asked back. */
    @POST
    @Path("/answer")
    public TicketView answer(@PathParam("id") String id, @Nullable TextRequest sent) {
        Caller caller = current.get();
        return show(
                pauses.answer(
                        TicketRequests.id(id), caller, TicketRequests.body(sent).words()),
                caller);
    }

    /** No reply is needed any more; a dispatcher says why. */
    @POST
    @Path("/cancel")
    public TicketView cancel(@PathParam("id") String id, @Nullable ReasonRequest sent) {
        Caller caller = current.get();
        String reason = sent == null ? null : TicketRequests.cleanOrNull(sent.reason());
        return show(word.cancel(TicketRequests.id(id), caller, reason), caller);
    }

    /** Takes a closed ticket up again: 200 with it, or 201 with a new one when it was closed too long ago. */
    @POST
    @Path("/follow-up")
    public RestResponse<TicketView> followUp(@PathParam("id") String id, @Nullable TextRequest sent) {
        Caller caller = current.get();
        UUID closed = TicketRequests.id(id);
        UUID open = followUps.followUp(closed, caller, TicketRequests.body(sent).words());
        RestResponse.Status status = open.equals(closed) ? RestResponse.Status.OK : RestResponse.Status.CREATED;
        return RestResponse.status(status, desk.render(open, caller));
    }

    private TicketView show(Ticket ticket, Caller caller) {
        return desk.render(ticket.id(), caller);
    }
}
