package io.jiangwen.evaluation;

/** A part of the configuration that is data and can be fitted to the knowledge at hand, without labels. */
interface Refit {
    /** What is fitted, such as {@code ranking}. */
    String part();

    /** Fits, and stores a new version where that is better than the one in force. Blocking, for minutes. */
    Refitted run();
}
