package io.jiangwen.account;

import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.UUID;

/** Turns a token into the caller it stands for. */
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenRequest> {
    /** The account of the launcher's own verbs; made by the first migration. */
    static final UUID OPERATOR = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final Tokens tokens;
    private final AccountConfig config;

    TokenIdentityProvider(Tokens tokens, AccountConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    @Override
    public Class<TokenRequest> getRequestType() {
        return TokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request));
    }

    private SecurityIdentity identify(TokenRequest request) {
        if (isOperator(request.token)) {
            return identity(
                    new Caller(new CallerId.AccountId(OPERATOR), Role.OPERATOR, "Operator", null, null, null, null));
        }
        Tokens.Holder holder = tokens.find(request.token)
                .orElseThrow(() -> new AuthenticationFailedException("unknown or expired token"));
        // A visitor's token works on the page it was given to; a request without Origin comes from no foreign page.
        if (holder.origin() != null
                && request.origin != null
                && !holder.origin().equals(request.origin)) {
            throw new AuthenticationFailedException("token of another origin");
        }
        return QuarkusSecurityIdentity.builder(identity(holder.caller()))
                .addAttribute(CurrentCaller.UNTIL, holder.expiresAt())
                .build();
    }

    private static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(Audience.tag(caller.id())))
                .addRole(caller.role().name())
                .addAttribute(CurrentCaller.ATTRIBUTE, caller)
                .build();
    }

    private boolean isOperator(String token) {
        if (config.operatorTokenFile().isEmpty()) return false;
        try {
            String expected =
                    Files.readString(Path.of(config.operatorTokenFile().get())).trim();
            return !expected.isEmpty()
                    && MessageDigest.isEqual(
                            expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            Log.warnf("The operator's token file cannot be read: %s", e.getMessage());
            return false;
        }
    }
}
