package io.jiangwen.notification;

/** Where a delivery stands. */
enum DeliveryState {
    WAITING,
    SENT,
    /** Given up; an administrator may have it tried again. */
    DEAD,
    /** Its recipient does not want it any more, or cannot be reached any more. */
    DROPPED
}
