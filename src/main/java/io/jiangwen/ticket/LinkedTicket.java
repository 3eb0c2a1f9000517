package io.jiangwen.ticket;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of another enterprise about the same problem, as the owner of the first sees it: not who asks.
 *
 * @param epoch to be sent back with the reply
 * @param question without names and identifiers
 * @param preview what its asker would read; null before there is a reply, and once it was sent
 * @param sent whether the owner's reply went there
 */
public record LinkedTicket(
        UUID ticket,
        String number,
        TicketState state,
        int epoch,
        String question,
        OffsetDateTime openedAt,
        @Nullable String preview,
        boolean sent) {

    /** Everything that is linked to one ticket, the most alike first. */
    public record Group(List<LinkedTicket> items, @Nullable String next) {
        public Group {
            items = List.copyOf(items);
        }
    }
}
