package io.jiangwen.notification;

import java.util.UUID;

/**
 * One event for one recipient by one channel.
 *
 * @param id what the recipient is told on every try
 * @param attempts tries that were begun
 * @param forgiven those of them that do not count any more
 */
record Delivery(UUID id, Channel channel, Recipient recipient, OutboxEvent event, int attempts, int forgiven) {
    /** How often it was tried since it was last set going. */
    int counted() {
        return attempts - forgiven;
    }
}
