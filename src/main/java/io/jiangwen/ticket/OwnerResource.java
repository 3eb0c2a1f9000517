package io.jiangwen.ticket;

import static io.jiangwen.account.Role.Name.CRAFTSMAN;
import static io.jiangwen.account.Role.Name.DISPATCHER;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.ticket.TicketRequests.EpochRequest;
import io.jiangwen.ticket.TicketRequests.HandRequest;
import io.jiangwen.ticket.TicketRequests.HoldRequest;
import io.jiangwen.ticket.TicketRequests.TextRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What an owner does with a ticket beside answering it: each under the epoch of the claim. */
@Blocking
@Path("/api/v1/tickets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({CRAFTSMAN, DISPATCHER})
class OwnerResource {
    private static final Integer NO_EPOCH = -1;

    private final CurrentCaller current;
    private final TicketDesk desk;
    private final Claims claims;
    private final Assignments assignments;
    private final Pauses pauses;
    private final TicketNotes notes;

    OwnerResource(
            CurrentCaller current,
            TicketDesk desk,
            Claims claims,
            Assignments assignments,
            Pauses pauses,
            TicketNotes notes) {
        this.current = current;
        this.desk = desk;
        this.claims = claims;
        this.assignments = assignments;
        this.pauses = pauses;
        this.notes = notes;
    }

    /** Gives the ticket back to everybody. */
    @POST
    @Path("/release")
    public TicketView release(@PathParam("id") String id, @Nullable EpochRequest sent) {
        EpochRequest body = TicketRequests.body(sent);
        OwnerDesk.Write write = write(id, body.epoch(), null);
        return show(claims.release(write, TicketRequests.cleanOrNull(body.reason())), write.caller());
    }

    /** Gives the ticket to a named colleague. */
    @POST
    @Path("/transfer")
    public TicketView transfer(@PathParam("id") String id, @Nullable HandRequest sent) {
        HandRequest body = TicketRequests.body(sent);
        OwnerDesk.Write write = write(id, body.epoch(), null);
        return show(assignments.transfer(write, body.handing()), write.caller());
    }

    /** Asks the asker. */
    @POST
    @Path("/ask-back")
    public TicketView askBack(@PathParam("id") String id, @Nullable TextRequest sent) {
        TextRequest body = TicketRequests.body(sent);
        OwnerDesk.Write write = write(id, body.epoch(), body.words());
        return show(pauses.askBack(write), write.caller());
    }

    /** Puts the ticket aside until a date, or for a part or a visit. */
    @POST
    @Path("/hold")
    public TicketView hold(@PathParam("id") String id, @Nullable HoldRequest sent) {
        HoldRequest body = TicketRequests.body(sent);
        OwnerDesk.Write write = write(id, body.epoch(), null);
        return show(pauses.hold(write, body.hold()), write.caller());
    }

    @POST
    @Path("/resume")
    public TicketView resume(@PathParam("id") String id, @Nullable EpochRequest sent) {
        OwnerDesk.Write write = write(id, TicketRequests.body(sent).epoch(), null);
        return show(pauses.resume(write), write.caller());
    }

    /** A word for those who work on the ticket, not for the asker. A dispatcher who does not own it needs no epoch. */
    @POST
    @Path("/notes")
    public TicketView note(@PathParam("id") String id, @Nullable TextRequest sent) {
        TextRequest body = TicketRequests.body(sent);
        OwnerDesk.Write write = write(id, body.epoch() == null ? NO_EPOCH : body.epoch(), null);
        String words = body.words();
        return show(notes.write(write, words == null ? "" : words), write.caller());
    }

    private TicketView show(Ticket ticket, Caller caller) {
        return desk.render(ticket.id(), caller);
    }

    private OwnerDesk.Write write(String id, @Nullable Integer epoch, @Nullable String text) {
        return new OwnerDesk.Write(TicketRequests.id(id), current.get(), TicketRequests.epoch(epoch), text);
    }
}
