package io.jiangwen.confidence;

/** What somebody who knows the trade says about an answer and its sources. */
public enum AuditVerdict {
    /** The answer is right, and its sources say so. */
    RIGHT,
    /** Somebody who follows it fails, or it does not answer what was asked. */
    WRONG,
    /** Left to a second person; when that one cannot tell either it counts as an error, for nobody found it right. */
    CANNOT_TELL
}
