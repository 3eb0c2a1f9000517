package io.jiangwen.conversation;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.Role;
import io.jiangwen.answer.AnswerListener;
import io.jiangwen.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What an asker does with a turn of his thread: stops it, asks it again, rates it. */
// A method that returns a Multi would run on the event loop otherwise, where nothing may ask the database.
@Blocking
@Path("/api/v1/conversations/{id}/turns/{turn}")
@RolesAllowed({
    Role.Name.VISITOR,
    Role.Name.ASKER,
    Role.Name.CRAFTSMAN,
    Role.Name.CURATOR,
    Role.Name.DISPATCHER,
    Role.Name.ADMINISTRATOR
})
class TurnResource {
    private final Conversations conversations;
    private final TurnStore turns;
    private final TurnFeedback feedback;
    private final ThreadLog log;
    private final Door door;
    private final AskFlow flow;
    private final TurnStream stream;
    private final RunningTurns running;
    private final CurrentCaller caller;

    TurnResource(
            Conversations conversations,
            TurnStore turns,
            TurnFeedback feedback,
            ThreadLog log,
            Door door,
            AskFlow flow,
            TurnStream stream,
            RunningTurns running,
            CurrentCaller caller) {
        this.conversations = conversations;
        this.turns = turns;
        this.feedback = feedback;
        this.log = log;
        this.door = door;
        this.flow = flow;
        this.stream = stream;
        this.running = running;
        this.caller = caller;
    }

    record Opinion(@Nullable Boolean helpful, @Nullable String reason) {}

    /** 204 when it will be stored as STOPPED, 409 when it is complete. */
    @POST
    @Path("/stop")
    public void stop(@PathParam("id") String id, @PathParam("turn") String turn) {
        UUID stopped = ConversationResource.uuid(turn);
        log.stop(own(id), stopped);
        running.stop(stopped);
    }

    /** 201 with a new turn for the same question; the earlier one stays and names it. Asked twice it is the same one. */
    @POST
    @Path("/regenerate")
    @Produces(MediaType.APPLICATION_JSON + ";qs=1.0")
    public RestResponse<Turn> regenerate(
            @PathParam("id") String id,
            @PathParam("turn") String turn,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return RestResponse.status(RestResponse.Status.CREATED, flow.ask(again(id, turn, key), AnswerListener.NONE));
    }

    @POST
    @Path("/regenerate")
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    public Multi<OutboundSseEvent> stream(
            @PathParam("id") String id,
            @PathParam("turn") String turn,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Sse sse) {
        return stream.of(again(id, turn, key), sse);
    }

    /** 200 with the turn; a second opinion replaces the first. */
    @PUT
    @Path("/feedback")
    public Turn rate(@PathParam("id") String id, @PathParam("turn") String turn, @Valid @NotNull Opinion opinion) {
        UUID conversation = own(id);
        if (opinion.helpful() == null) {
            throw new Problem.Invalid("opinion-missing", "Say whether the answer helped: \"helpful\" true or false.");
        }
        return feedback.give(conversation, ConversationResource.uuid(turn), opinion.helpful(), opinion.reason());
    }

    private Asking again(String id, String turn, @Nullable String key) {
        Caller asker = caller.get();
        UUID conversation = own(id);
        Turn earlier = turns.find(conversation, ConversationResource.uuid(turn));
        if (earlier.outcome() != TurnOutcome.ANSWERED && earlier.outcome() != TurnOutcome.STOPPED) {
            throw new Problem.Conflict(
                    "turn-not-regenerable", "Only what was answered or stopped can be asked again like this.");
        }
        return door.again(asker, conversation, earlier, key);
    }

    private UUID own(String id) {
        return conversations
                .requireOwn(ConversationResource.uuid(id), caller.get().id())
                .id();
    }
}
