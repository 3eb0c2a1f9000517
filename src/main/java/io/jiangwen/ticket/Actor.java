package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;

/** Who made an event happen, as written in {@code ticket_event.actor}. */
record Actor(String tag) {
    static final Actor SYSTEM = new Actor("system");

    static Actor of(CallerId id) {
        return switch (id) {
            case CallerId.AccountId account -> new Actor("account:" + account.value());
            case CallerId.VisitorId visitor -> new Actor("visitor:" + visitor.value());
        };
    }

    static Actor of(Caller caller) {
        return of(caller.id());
    }
}
