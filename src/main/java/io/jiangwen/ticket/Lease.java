package io.jiangwen.ticket;

import java.time.OffsetDateTime;

/**
 * The time a ticket is its owner's.
 *
 * @param since when he got it; work renews a lease, but not for ever
 */
record Lease(OffsetDateTime since, OffsetDateTime until) {}
