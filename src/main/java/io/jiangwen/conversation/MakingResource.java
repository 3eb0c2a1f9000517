package io.jiangwen.conversation;

import io.jiangwen.account.Role;
import io.jiangwen.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** How a turn was made: prompt, model, passages, tokens, latency; without what was said. */
@Path("/api/v1/turns")
class MakingResource {
    private final TurnMakings makings;

    MakingResource(TurnMakings makings) {
        this.makings = makings;
    }

    @GET
    @Path("/{id}/making")
    @RolesAllowed({Role.Name.CURATOR, Role.Name.ADMINISTRATOR})
    public Making making(@PathParam("id") String id) {
        return makings.find(ConversationResource.uuid(id)).orElseThrow(() -> new Problem.NotFound("turn"));
    }
}
