package io.jiangwen.craftsman;

import static io.jiangwen.account.Role.Name.ADMINISTRATOR;
import static io.jiangwen.account.Role.Name.CRAFTSMAN;
import static io.jiangwen.account.Role.Name.DISPATCHER;

import io.jiangwen.account.CurrentCaller;
import io.jiangwen.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What craftsmen say they can do: each writes his own, dispatchers read all. */
@Blocking
@Path("/api/v1/craftsmen")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ProfileResource {
    private final CurrentCaller current;
    private final Profiles profiles;

    ProfileResource(CurrentCaller current, Profiles profiles) {
        this.current = current;
        this.profiles = profiles;
    }

    @GET
    @Path("/me/profile")
    @RolesAllowed(CRAFTSMAN)
    public ProfileView mine() {
        return profiles.of(current.get().id().value());
    }

    @PUT
    @Path("/me/profile")
    @RolesAllowed(CRAFTSMAN)
    public ProfileView put(@Nullable ProfileForm sent) {
        if (sent == null) throw new Problem.Invalid("missing-body", "Send a JSON object.");
        return profiles.put(current.get().id().value(), sent.profile(), sent.card());
    }

    @GET
    @Path("/{id}/profile")
    @RolesAllowed({DISPATCHER, ADMINISTRATOR})
    public ProfileView of(@PathParam("id") String id) {
        try {
            return profiles.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("craftsman");
        }
    }
}
