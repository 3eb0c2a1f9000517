package io.jiangwen.account;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lets visitors of a site in, without an account. */
@Path("/api/v1/widget/sessions")
class WidgetSessionResource {
    private final Visitors visitors;
    private final AccountConfig config;

    WidgetSessionResource(Visitors visitors, AccountConfig config) {
        this.visitors = visitors;
        this.config = config;
    }

    record Request(@NotBlank @Size(max = 100) String site) {}

    /** @param open true when a ticket needs enterprise, contact and consent first */
    record Session(String token, OffsetDateTime expiresAt, boolean open) {}

    @POST
    @PermitAll
    public RestResponse<Session> admit(
            @Valid @NotNull Request request, @HeaderParam("Origin") @Nullable String origin, @Context UriInfo uri) {
        Visitors.Admitted in = visitors.admit(request.site(), origin, origin != null && isOwn(origin, uri));
        return RestResponse.status(
                RestResponse.Status.CREATED,
                new Session(in.token().value(), in.token().expiresAt().atOffset(ZoneOffset.UTC), in.open()));
    }

    private boolean isOwn(String origin, UriInfo uri) {
        return origin.equals(origin(uri.getBaseUri()))
                || config.publicUrl()
                        .map(WidgetSessionResource::origin)
                        .filter(origin::equals)
                        .isPresent();
    }

    private static String origin(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }
}
