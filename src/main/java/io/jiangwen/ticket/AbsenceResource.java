package io.jiangwen.ticket;

import static io.jiangwen.account.Role.Name.ADMINISTRATOR;
import static io.jiangwen.account.Role.Name.CRAFTSMAN;
import static io.jiangwen.account.Role.Name.DISPATCHER;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** When craftsmen are not at work. */
@Blocking
@Path("/api/v1/absences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({CRAFTSMAN, DISPATCHER, ADMINISTRATOR})
class AbsenceResource {
    private static final int LONGEST_NOTE = 500;

    private final CurrentCaller current;
    private final Absences absences;

    AbsenceResource(CurrentCaller current, Absences absences) {
        this.current = current;
        this.absences = absences;
    }

    /** All on one page: {@code next} is null. */
    record Page(List<Absences.Absence> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    /** @param craftsman a craftsman reports himself when it is missing */
    record AbsenceRequest(
            @Nullable String craftsman,
            @Nullable String from,
            @Nullable String until,
            @Nullable String note) {}

    /** Those that are not over, the next first. */
    @GET
    public Page list() {
        return new Page(absences.list(current.get()), null);
    }

    @POST
    public RestResponse<Absences.Absence> report(@Nullable AbsenceRequest sent) {
        AbsenceRequest body = TicketRequests.body(sent);
        Caller caller = current.get();
        String note = TicketRequests.cleanOrNull(body.note());
        if (note != null && note.length() > LONGEST_NOTE)
            throw new Problem.Invalid("note-too-long", "A note has at most " + LONGEST_NOTE + " characters.");
        Absences.Absence absence = new Absences.Absence(
                UUID.randomUUID(), craftsman(body, caller), "", time(body.from()), time(body.until()), note);
        return RestResponse.status(RestResponse.Status.CREATED, absences.report(caller, absence));
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    public void cancel(@PathParam("id") String id) {
        absences.cancel(current.get(), TicketRequests.id(id));
    }

    private static UUID craftsman(AbsenceRequest body, Caller caller) {
        try {
            return body.craftsman() == null ? caller.id().value() : UUID.fromString(body.craftsman());
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid(Guard.NAMED_CRAFTSMAN.code(), "Name a craftsman by his id.");
        }
    }

    private static OffsetDateTime time(@Nullable String text) {
        try {
            if (text == null) throw new Problem.Invalid("invalid-period", "Say from when until when.");
            return OffsetDateTime.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Problem.Invalid("invalid-period", "Write a time as 2026-11-30T09:00:00+08:00.");
        }
    }
}
