package io.jiangwen.account;

import java.util.UUID;

/** Who holds a thread or a token: an account, or a visitor of a site. */
public sealed interface CallerId {
    UUID value();

    record AccountId(UUID value) implements CallerId {}

    record VisitorId(UUID value) implements CallerId {}
}
