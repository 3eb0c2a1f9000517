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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Threads of the caller, and the questions asked in them. */
// A method that returns a Multi would run on the event loop otherwise, where nothing may ask the database.
@Blocking
@Path("/api/v1/conversations")
@RolesAllowed({
    Role.Name.VISITOR,
    Role.Name.ASKER,
    Role.Name.CRAFTSMAN,
    Role.Name.CURATOR,
    Role.Name.DISPATCHER,
    Role.Name.ADMINISTRATOR
})
class ConversationResource {
    private static final int LONGEST_PAGE = 100;

    private final Conversations conversations;
    private final TurnStore turns;
    private final Door door;
    private final AskFlow flow;
    private final TurnStream stream;
    private final CurrentCaller caller;

    ConversationResource(
            Conversations conversations,
            TurnStore turns,
            Door door,
            AskFlow flow,
            TurnStream stream,
            CurrentCaller caller) {
        this.conversations = conversations;
        this.turns = turns;
        this.door = door;
        this.flow = flow;
        this.stream = stream;
        this.caller = caller;
    }

    record Created(UUID id) {}

    record Page(List<Conversations.Summary> items, @Nullable String next) {}

    record Conversation(
            UUID id, @Nullable String title, OffsetDateTime createdAt, OffsetDateTime updatedAt, List<Turn> turns) {}

    record Asked(@Nullable String question) {}

    @POST
    public RestResponse<Created> create() {
        return RestResponse.status(RestResponse.Status.CREATED, new Created(conversations.create(caller.get())));
    }

    @GET
    public Page list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("20") String limit) {
        int most = limit(limit);
        List<Conversations.Summary> items =
                conversations.list(caller.get().id(), cursor == null ? null : instant(cursor), most);
        return new Page(
                items,
                items.size() < most
                        ? null
                        : items.getLast().updatedAt().toInstant().toString());
    }

    @GET
    @Path("/{id}")
    public Conversation get(@PathParam("id") String id) {
        Conversations.Summary own =
                conversations.requireOwn(uuid(id), caller.get().id());
        return new Conversation(own.id(), own.title(), own.createdAt(), own.updatedAt(), turns.turns(own.id()));
    }

    @POST
    @Path("/{id}/turns")
    @Produces(MediaType.APPLICATION_JSON + ";qs=1.0")
    public RestResponse<Turn> ask(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull Asked asked) {
        Asking asking = admit(id, key, asked);
        return RestResponse.status(RestResponse.Status.CREATED, flow.ask(asking, AnswerListener.NONE));
    }

    @POST
    @Path("/{id}/turns")
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    public Multi<OutboundSseEvent> stream(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull Asked asked,
            @Context Sse sse) {
        return stream.of(admit(id, key, asked), sse);
    }

    private Asking admit(String id, @Nullable String key, Asked asked) {
        Caller asker = caller.get();
        UUID conversation = uuid(id);
        conversations.requireOwn(conversation, asker.id());
        return door.admit(asker, conversation, asked.question(), key);
    }

    /** @throws Problem.NotFound for what is no id at all */
    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("conversation");
        }
    }

    private static int limit(String number) {
        try {
            int limit = Integer.parseInt(number);
            if (limit >= 1 && limit <= LONGEST_PAGE) return limit;
        } catch (NumberFormatException e) {
            throw invalidLimit();
        }
        throw invalidLimit();
    }

    private static Problem invalidLimit() {
        return new Problem.Invalid("invalid-limit", "A page has 1 to " + LONGEST_PAGE + " conversations.");
    }

    private static Instant instant(String cursor) {
        try {
            return Instant.parse(cursor);
        } catch (DateTimeParseException e) {
            throw new Problem.Invalid("invalid-cursor", "The cursor is not one that this list gave out.");
        }
    }
}
