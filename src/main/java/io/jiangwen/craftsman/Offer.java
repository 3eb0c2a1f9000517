package io.jiangwen.craftsman;

import java.util.UUID;

/**
 * A craftsman who may know the answer.
 *
 * @param reason one sentence that he is shown
 */
public record Offer(UUID account, String reason) {
    public Offer {
        if (reason.isBlank()) throw new IllegalArgumentException("an offer without a reason");
    }
}
