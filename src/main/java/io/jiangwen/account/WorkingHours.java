package io.jiangwen.account;

import java.time.OffsetDateTime;

/** When people are at work. */
@FunctionalInterface
public interface WorkingHours {
    /** The same moment when it is working time, else the next beginning of it. */
    OffsetDateTime next(OffsetDateTime at);
}
