package io.jiangwen.notification;

import static io.jiangwen.account.Role.Name.ADMINISTRATOR;

import io.jiangwen.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Webhooks and group robots, as administrators set them up. */
@Blocking
@Path("/api/v1/outlets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(ADMINISTRATOR)
class OutletResource {
    private final Outlets outlets;
    private final Deliveries deliveries;
    private final HttpPost http;
    private final Clock clock;

    OutletResource(Outlets outlets, Deliveries deliveries, HttpPost http, Clock clock) {
        this.outlets = outlets;
        this.deliveries = deliveries;
        this.http = http;
        this.clock = clock;
    }

    /**
     * An outlet as it is shown: neither its key nor its secret.
     *
     * @param host of its address; the rest may hold a key
     */
    record View(
            UUID id,
            String name,
            Channel channel,
            String host,
            boolean signed,
            List<String> hears,
            List<String> kinds,
            String language,
            boolean enabled) {
        static View of(Outlet outlet) {
            return new View(
                    outlet.id(),
                    outlet.name(),
                    outlet.channel(),
                    URI.create(outlet.address()).getHost(),
                    outlet.secret() != null,
                    outlet.tags().stream().sorted().toList(),
                    outlet.kinds(),
                    outlet.language().tag(),
                    outlet.enabled());
        }
    }

    /** All on one page: {@code next} is null. */
    record Page(List<View> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    /** A delivery that was begun. */
    record Begun(UUID delivery) {}

    @GET
    public Page list() {
        return new Page(outlets.all().stream().map(View::of).toList(), null);
    }

    @POST
    public RestResponse<View> add(@Nullable OutletForm form) {
        return RestResponse.status(RestResponse.Status.CREATED, saved(UUID.randomUUID(), null, form));
    }

    @GET
    @Path("/{id}")
    public View show(@PathParam("id") String id) {
        return View.of(outlets.require(id(id)));
    }

    /** Fields that are missing stay as they are. */
    @PUT
    @Path("/{id}")
    public View change(@PathParam("id") String id, @Nullable OutletForm form) {
        Outlet before = outlets.require(id(id));
        return saved(before.id(), before, form);
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    public void remove(@PathParam("id") String id) {
        outlets.delete(id(id));
    }

    /** Sends a trial message, also when the outlet is not enabled; what comes of it stands in the delivery. */
    @POST
    @Path("/{id}/trial")
    @Consumes(MediaType.WILDCARD)
    public RestResponse<Begun> trial(@PathParam("id") String id) {
        Outlet outlet = outlets.require(id(id));
        OffsetDateTime now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
        OutboxEvent event = new OutboxEvent(
                OutboxEvent.NONE, now, NoticeKind.TRIAL.type(), outlet.id().toString(), "{}");
        UUID delivery = deliveries.addTrial(
                event, new Deliveries.Draft(outlet.channel(), new Recipient.OutletId(outlet.id()), now));
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Begun(delivery));
    }

    private View saved(UUID id, @Nullable Outlet before, @Nullable OutletForm form) {
        if (form == null) throw new Problem.Invalid("invalid-json", "Send the outlet as JSON.");
        Outlet outlet = form.filled(id, before, http::objection, outlets::tagsOfAccount);
        outlets.save(outlet);
        return View.of(outlet);
    }

    static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("outlet");
        }
    }
}
