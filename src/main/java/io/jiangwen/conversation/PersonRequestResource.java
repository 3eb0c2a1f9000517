package io.jiangwen.conversation;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.Role;
import io.jiangwen.answer.Examined;
import io.jiangwen.problem.Problem;
import io.jiangwen.ticket.TicketDesk;
import io.jiangwen.ticket.TicketSummary;
import io.jiangwen.ticket.TicketView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asking for a person, and saying whom he shall answer. */
@Path("/api/v1")
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

    record ContactDetails(
            @NotNull @Size(min = 1, max = 200) String enterprise,
            @NotNull @Size(min = 3, max = 200) String contact,
            boolean consent) {}

    @POST
    @Path("/tickets")
    @RolesAllowed({
        Role.Name.VISITOR,
        Role.Name.ASKER,
        Role.Name.CRAFTSMAN,
        Role.Name.CURATOR,
        Role.Name.DISPATCHER,
        Role.Name.ADMINISTRATOR
    })
    public RestResponse<TicketView> open(@Valid @NotNull PersonRequest request) {
        Caller asker = caller.get();
        String question = door.admit(asker, request.question());
        Examined examined = requests.examine(asker, question);
        TicketSummary ticket = requests.open(asker, examined, question, request.confidential());
        return RestResponse.status(RestResponse.Status.CREATED, desk.show(ticket.id(), asker));
    }

    /** 200 with the ticket that waited for this, 204 when none did. */
    @PUT
    @Path("/widget/sessions/current")
    @RolesAllowed(Role.Name.VISITOR)
    public RestResponse<TicketView> leaveContact(@Valid @NotNull ContactDetails details) {
        if (details.enterprise().isBlank() || details.contact().isBlank()) {
            throw new Problem.Invalid("contact-missing", "Enterprise and contact are both needed.");
        }
        if (!details.consent()) {
            throw new Problem.Invalid("consent-missing", "Without consent nobody may contact you; nothing was stored.");
        }
        Caller visitor = caller.get();
        Optional<TicketSummary> opened = requests.leaveContact(
                visitor, details.enterprise().strip(), details.contact().strip());
        return opened.map(ticket -> RestResponse.ok(desk.show(ticket.id(), visitor)))
                .orElseGet(RestResponse::noContent);
    }
}
