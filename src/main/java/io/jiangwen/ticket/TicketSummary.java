package io.jiangwen.ticket;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a turn shows it.
 *
 * @param expectedBy when half of the recent tickets had their reply; null as long as there are too few to say, and
 *     once a reply is there
 */
public record TicketSummary(
        UUID id, String number, TicketState state, @Nullable OffsetDateTime expectedBy) {}
