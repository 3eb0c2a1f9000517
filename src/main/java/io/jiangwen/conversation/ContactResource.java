package io.jiangwen.conversation;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.Role;
import io.jiangwen.problem.Problem;
import io.jiangwen.ticket.TicketDesk;
import io.jiangwen.ticket.TicketSummary;
import io.jiangwen.ticket.TicketView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** A visitor says whom a craftsman shall answer. */
@Path("/api/v1/widget/sessions/current")
class ContactResource {
    private final PersonRequests requests;
    private final TicketDesk desk;
    private final CurrentCaller caller;

    ContactResource(PersonRequests requests, TicketDesk desk, CurrentCaller caller) {
        this.requests = requests;
        this.desk = desk;
        this.caller = caller;
    }

    record ContactDetails(
            @NotNull @Size(min = 1, max = 200) String enterprise,
            @NotNull @Size(min = 3, max = 200) String contact,
            boolean consent) {}

    /** 200 with the ticket that waited for this, 204 when none did. */
    @PUT
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
