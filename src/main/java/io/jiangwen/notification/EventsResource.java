package io.jiangwen.notification;

import static io.jiangwen.account.Role.Name.ADMINISTRATOR;
import static io.jiangwen.account.Role.Name.ASKER;
import static io.jiangwen.account.Role.Name.CRAFTSMAN;
import static io.jiangwen.account.Role.Name.CURATOR;
import static io.jiangwen.account.Role.Name.DISPATCHER;
import static io.jiangwen.account.Role.Name.OPERATOR;
import static io.jiangwen.account.Role.Name.VISITOR;

import io.jiangwen.account.CurrentCaller;
import io.jiangwen.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Live events over HTTP: whatever concerns the caller, as it happens. */
@Blocking
@Path("/api/v1/events")
class EventsResource {
    private final CurrentCaller current;
    private final OutboxReader outbox;
    private final LiveStreams streams;
    private final NotificationConfig config;
    private final Clock clock;

    EventsResource(
            CurrentCaller current, OutboxReader outbox, LiveStreams streams, NotificationConfig config, Clock clock) {
        this.current = current;
        this.outbox = outbox;
        this.streams = streams;
        this.config = config;
        this.clock = clock;
    }

    /** Everything after {@code Last-Event-ID}; without one, everything from now on. Ends with the caller's token. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    // Proxies such as nginx hold a response back to fill their buffer; a live event must not wait.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @RolesAllowed({VISITOR, ASKER, CRAFTSMAN, CURATOR, DISPATCHER, ADMINISTRATOR, OPERATOR})
    public Multi<OutboundSseEvent> events(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        LiveStream.Reader reader = new LiveStream.Reader(current.get().tags(), cursor(lastEventId), current.until());
        LiveStream.Pace pace = new LiveStream.Pace(clock, config.heartbeat());
        return Multi.createFrom().emitter(emitter -> {
            LiveStream stream = new LiveStream(outbox::after, reader, new SseOutlet(emitter, sse), pace);
            streams.add(stream);
            emitter.onRequest(more -> stream.nudge());
            emitter.onTermination(() -> {
                streams.remove(stream);
                stream.close();
            });
            Thread.ofVirtual().name("live-events").start(stream);
        });
    }

    /** A number beyond the newest comes from another database: such a reader starts at the present. */
    private long cursor(@Nullable String lastEventId) {
        long newest = outbox.newest();
        if (lastEventId == null || lastEventId.isBlank()) return newest;
        try {
            return Math.min(newest, Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("invalid-last-event-id", "Last-Event-ID is the number of an event.");
        }
    }
}
