package io.jiangwen.notification;

import java.util.UUID;

/** Whom a delivery is for. */
sealed interface Recipient {
    UUID id();

    record OutletId(UUID id) implements Recipient {}

    record AccountId(UUID id) implements Recipient {}

    record VisitorId(UUID id) implements Recipient {}

    /** Its kind in tables and in the API. */
    default String kind() {
        return switch (this) {
            case OutletId o -> "outlet";
            case AccountId a -> "account";
            case VisitorId v -> "visitor";
        };
    }
}
