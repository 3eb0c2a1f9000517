package io.jiangwen.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
    static final String ATTRIBUTE = "jiangwen.caller";

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
}
