package io.jiangwen.account;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Who may hear an announcement, as tags that {@link Caller#tags()} is matched against. Never empty. */
public record Audience(Set<String> tags) {
    public Audience {
        if (tags.isEmpty()) throw new IllegalArgumentException("an announcement to nobody");
        tags = Set.copyOf(tags);
    }

    public static Audience of(CallerId id) {
        return new Audience(Set.of(tag(id)));
    }

    public static Audience account(UUID account) {
        return of(new CallerId.AccountId(account));
    }

    public static Audience role(Role role) {
        return new Audience(Set.of("role:" + role));
    }

    /** Those of both. */
    public Audience and(Audience other) {
        Set<String> both = new TreeSet<>(tags);
        both.addAll(other.tags);
        return new Audience(both);
    }

    static String tag(CallerId id) {
        return switch (id) {
            case CallerId.AccountId account -> "account:" + account.value();
            case CallerId.VisitorId visitor -> "visitor:" + visitor.value();
        };
    }
}
