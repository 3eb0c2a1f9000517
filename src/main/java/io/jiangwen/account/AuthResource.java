package io.jiangwen.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Logging in and out. */
@Path("/api/v1/auth")
class AuthResource {
    private final Logins logins;
    private final Tokens tokens;
    private final CurrentCaller caller;
    private final AccountRepository accounts;
    private final AccountConfig config;

    AuthResource(Logins logins, Tokens tokens, CurrentCaller caller, AccountRepository accounts, AccountConfig config) {
        this.logins = logins;
        this.tokens = tokens;
        this.caller = caller;
        this.accounts = accounts;
        this.config = config;
    }

    record Credentials(
            @NotNull @Size(min = 1, max = 100) String login,
            @NotNull @Size(min = 1, max = 200) String password) {}

    record Session(String token, OffsetDateTime expiresAt, AccountView account) {}

    @POST
    @Path("/login")
    @PermitAll
    public RestResponse<Session> login(@Valid @NotNull Credentials credentials, @Context UriInfo uri) {
        Logins.LoggedIn in = logins.login(credentials.login(), credentials.password());
        Session session =
                new Session(in.token().value(), in.token().expiresAt().atOffset(ZoneOffset.UTC), in.account());
        return RestResponse.ResponseBuilder.ok(session)
                .cookie(cookie(in.token().value(), in.token().expiresAt(), uri))
                .build();
    }

    @POST
    @Path("/logout")
    @PermitAll
    public RestResponse<Void> logout(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String header,
            @CookieParam(TokenAuthentication.COOKIE) @Nullable String cookie,
            @Context UriInfo uri) {
        if (header != null && header.startsWith("Bearer "))
            tokens.revoke(header.substring(7).trim());
        if (cookie != null) tokens.revoke(cookie);
        return RestResponse.ResponseBuilder.<Void>noContent()
                .cookie(cookie("", Instant.EPOCH, uri))
                .build();
    }

    @GET
    @Path("/me")
    @RolesAllowed({
        Role.Name.VISITOR,
        Role.Name.ASKER,
        Role.Name.CRAFTSMAN,
        Role.Name.CURATOR,
        Role.Name.DISPATCHER,
        Role.Name.ADMINISTRATOR,
        Role.Name.OPERATOR
    })
    public AccountView me() {
        Caller me = caller.get();
        UUID id = me.id().value();
        return accounts.findByIdOptional(id)
                .map(AccountView::of)
                .orElseGet(() -> new AccountView(id, null, me.name(), me.role(), me.enterprise()));
    }

    private NewCookie cookie(String value, Instant expires, UriInfo uri) {
        return new NewCookie.Builder(TokenAuthentication.COOKIE)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure("https".equals(uri.getRequestUri().getScheme())
                        || config.publicUrl()
                                .map(URI::getScheme)
                                .filter("https"::equals)
                                .isPresent())
                .sameSite(NewCookie.SameSite.LAX)
                .expiry(java.util.Date.from(expires))
                .build();
    }
}
