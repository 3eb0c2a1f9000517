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
import io.jiangwen.problem.Problem;
import io.jiangwen.ticket.TicketRequests.DraftRequest;
import io.jiangwen.ticket.TicketRequests.EpochRequest;
import io.jiangwen.ticket.TicketRequests.ReasonRequest;
import io.jiangwen.ticket.TicketRequests.ReplyRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Tickets over HTTP: seen, claimed, answered. Who has taken a ticket over writes like a craftsman. */
@Blocking
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class TicketResource {
    private final CurrentCaller current;
    private final TicketDesk desk;
    private final Claims claims;
    private final Replies replies;

    TicketResource(CurrentCaller current, TicketDesk desk, Claims claims, Replies replies) {
        this.current = current;
        this.desk = desk;
        this.claims = claims;
        this.replies = replies;
    }

    @GET
    @RolesAllowed({VISITOR, ASKER, CRAFTSMAN, CURATOR, DISPATCHER, ADMINISTRATOR, OPERATOR})
    public TicketView.Page list(
            @QueryParam("view") @Nullable String view,
            @QueryParam("state") @Nullable String state,
            @QueryParam("priority") @Nullable String priority,
            @QueryParam("trade") @Nullable String trade,
            @QueryParam("q") @Nullable String q,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        TicketQuery query = new TicketQuery(
                QueueView.parse(view),
                new TicketQuery.Filter(
                        TicketQuery.state(state),
                        priority == null || priority.isBlank() ? null : Priority.parse(priority),
                        trade,
                        q),
                cursor == null || cursor.isEmpty() ? null : TicketQuery.Place.parse(cursor),
                TicketQuery.limit(limit));
        return desk.list(query, current.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({VISITOR, ASKER, CRAFTSMAN, CURATOR, DISPATCHER, ADMINISTRATOR, OPERATOR})
    public TicketView get(@PathParam("id") String id) {
        return desk.show(TicketRequests.id(id), current.get());
    }

    /** Takes an open ticket; the first wins, everybody else learns who did. */
    @POST
    @Path("/{id}/claim")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(CRAFTSMAN)
    public TicketView.Held claim(@PathParam("id") String id) {
        return TicketView.Held.of(claims.claim(TicketRequests.id(id), current.get()));
    }

    /** Says no to an offer; the ticket stays open for the others. */
    @POST
    @Path("/{id}/decline")
    @RolesAllowed(CRAFTSMAN)
    public TicketView decline(@PathParam("id") String id, @Nullable ReasonRequest sent) {
        Caller caller = current.get();
        String reason = sent == null ? null : TicketRequests.cleanOrNull(sent.reason());
        return desk.render(claims.decline(TicketRequests.id(id), caller, reason).id(), caller);
    }

    @POST
    @Path("/{id}/reply")
    @RolesAllowed({CRAFTSMAN, DISPATCHER})
    public TicketView reply(@PathParam("id") String id, @Nullable ReplyRequest sent) {
        ReplyRequest body = TicketRequests.body(sent);
        Replies.Wording wording = body.wording();
        Caller caller = current.get();
        String kept = TicketRequests.kept(wording);
        Ticket solved = replies.reply(
                new OwnerDesk.Write(TicketRequests.id(id), caller, TicketRequests.epoch(body.epoch()), kept), wording);
        return desk.render(solved.id(), caller);
    }

    @POST
    @Path("/{id}/undo")
    @RolesAllowed({CRAFTSMAN, DISPATCHER})
    public TicketView undo(@PathParam("id") String id, @Nullable EpochRequest sent) {
        OwnerDesk.Write write = write(id, TicketRequests.body(sent).epoch(), null);
        return desk.render(replies.undo(write).id(), write.caller());
    }

    @PUT
    @Path("/{id}/draft")
    @RolesAllowed({CRAFTSMAN, DISPATCHER})
    public TicketView.Held draft(@PathParam("id") String id, @Nullable DraftRequest sent) {
        DraftRequest body = TicketRequests.body(sent);
        if (body.text() == null) throw new Problem.Invalid("missing-text", "Send what you have typed so far.");
        return TicketView.Held.of(replies.draft(write(id, body.epoch(), TicketRequests.clean(body.text()))));
    }

    private OwnerDesk.Write write(String id, @Nullable Integer epoch, @Nullable String text) {
        return new OwnerDesk.Write(TicketRequests.id(id), current.get(), TicketRequests.epoch(epoch), text);
    }
}
