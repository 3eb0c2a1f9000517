package io.jiangwen.account;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import org.jspecify.annotations.Nullable;

/** A token as it came, with the page it came from. */
final class TokenRequest extends BaseAuthenticationRequest {
    final String token;
    final @Nullable String origin;

    TokenRequest(String token, @Nullable String origin) {
        this.token = token;
        this.origin = origin;
    }
}
