package io.jiangwen.account;

import java.util.Map;

/**
 * A fact told to those who may see it. Fired as a CDI event inside the transaction that makes it true; the outbox
 * stores it in the same transaction, so that it is told exactly when it happened.
 *
 * @param type a name of the contract, such as {@code ticket.claimed}
 * @param subject the id of what it is about
 * @param data small and free of other people's words; JSON types only
 */
public record Announcement(String type, String subject, Map<String, Object> data, Audience audience) {
    public Announcement {
        if (type.isBlank() || subject.isBlank()) throw new IllegalArgumentException("an announcement of nothing");
        data = Map.copyOf(data);
    }
}
