package io.jiangwen.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
    static final String ATTRIBUTE = "jiangwen.caller";
    static final String UNTIL = "jiangwen.until";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws IllegalStateException on an endpoint that anonymous callers may reach */
    public Caller get() {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        if (caller == null) throw new IllegalStateException("nobody is logged in on this request");
        return caller;
    }

    /** When the token of this request ends, and whatever outlives the request with it; far away for the operator. */
    public Instant until() {
        Instant until = identity.getAttribute(UNTIL);
        return until == null ? Instant.MAX : until;
    }
}
