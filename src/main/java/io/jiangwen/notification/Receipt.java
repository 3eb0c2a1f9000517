package io.jiangwen.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one try. Details are for administrators and carry no address, key or message. */
sealed interface Receipt {
    String detail();

    /** It has arrived. */
    record Taken(String detail) implements Receipt {}

    /**
     * It may arrive later.
     *
     * @param patience the least time before the next try, null where the receiver named none
     */
    record Failed(String detail, @Nullable Duration patience) implements Receipt {
        Failed(String detail) {
            this(detail, null);
        }
    }

    /** It will not arrive as things stand: trying again without a change is no use. */
    record Refused(String detail) implements Receipt {}

    /** The name under which an attempt keeps it. */
    default String outcome() {
        return switch (this) {
            case Taken t -> "TAKEN";
            case Failed f -> "FAILED";
            case Refused r -> "REFUSED";
        };
    }
}
