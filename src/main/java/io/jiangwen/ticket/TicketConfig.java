package io.jiangwen.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** Settings of tickets. */
@ConfigMapping(prefix = "jiangwen.ticket")
interface TicketConfig {
    /** How long a claimed ticket stays with a craftsman who does nothing. */
    @WithDefault("4h")
    Duration lease();

    /** Work renews a lease, but a claimed ticket is not kept longer than this without a reply. */
    @WithDefault("72h")
    Duration longestLease();

    /** How many tickets one person may hold at once: assigned, waiting for an answer, or on hold. */
    @WithDefault("50")
    @Positive
    int heldAtMost();

    /** How long an asker who was asked back has before he is reminded, and between reminders. */
    @WithDefault("48h")
    Duration reminder();

    /** After so many reminders a ticket without an answer is closed. */
    @WithDefault("2")
    @Positive
    int reminders();

    /** Longest time a ticket may be on hold before its owner has it again. */
    @WithDefault("30d")
    Duration longestHold();

    /** A reply that nobody objected to for so long is assumed to have worked. */
    @WithDefault("216h")
    Duration confirmation();

    /** How long after closing an asker may take a ticket up again. */
    @WithDefault("14d")
    Duration followUp();

    /** How long a reply can be withdrawn. */
    @WithDefault("15s")
    Duration undo();

    /** Longest reply or draft, in characters. */
    @WithDefault("20000")
    @Positive
    int longestText();

    /** Replies of this time tell when one is to be expected. */
    @WithDefault("90d")
    Duration estimateFrom();

    /** Fewer replies than this tell nothing. */
    @WithDefault("5")
    @Positive
    int estimateNeeds();
}
