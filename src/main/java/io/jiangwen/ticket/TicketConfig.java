package io.jiangwen.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** Settings of tickets. */
@ConfigMapping(prefix = "jiangwen.ticket")
interface TicketConfig {
    /** Where the working hours are local time. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Periods of a working day, in order. */
    @WithDefault("08:30-12:00,13:30-18:00")
    List<String> workingHours();

    /** How long a claimed ticket stays with a craftsman who does nothing, in working time. */
    @WithDefault("4h")
    Duration lease();

    /** Work renews a lease, but a claimed ticket is not kept longer than this working time without a reply. */
    @WithDefault("24h")
    Duration longestLease();

    /** How many tickets one person may hold at once: assigned, waiting for an answer, or on hold. */
    @WithDefault("50")
    @Positive
    int heldAtMost();

    /** Working time that an asker who was asked back has before he is reminded, and between reminders. */
    @WithDefault("16h")
    Duration reminder();

    /** After so many reminders a ticket without an answer is closed. */
    @WithDefault("2")
    @Positive
    int reminders();

    /** Longest time a ticket may be on hold before its owner has it again. */
    @WithDefault("30d")
    Duration longestHold();

    /** A reply that nobody objected to for so much working time is assumed to have worked. */
    @WithDefault("72h")
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

    /** Two questions of one enterprise are the same where so many of their words are in both, in [0, 1] ... */
    @WithDefault("0.3")
    double sameWords();

    /** ... and the cosine of their vectors is at least this; docs/experiments.md tells how both were measured. */
    @WithDefault("0.80")
    double sameCosine();

    /** Replies of this time tell when one is to be expected. */
    @WithDefault("90d")
    Duration estimateFrom();

    /** Fewer replies than this tell nothing. */
    @WithDefault("5")
    @Positive
    int estimateNeeds();
}
