package io.jiangwen.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much working time a step may take.
 *
 * @param enterprise whose tickets it is for; null for the default of all who have none of their own
 */
record ClockPolicy(@Nullable UUID enterprise, Priority priority, ClockKind clock, Allowance allowance) {}
