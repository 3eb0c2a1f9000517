package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The asker's word on a reply.
 *
 * @param rating 1 (poor) to 5 (excellent)
 * @param consent whether the asker agrees to publication
 */
record Feedback(
        boolean solved,
        @Nullable Integer rating,
        boolean consent,
        @Nullable String comment) {
    private static final int LONGEST_COMMENT = 2_000;

    /** @throws Problem.Invalid when rating or comment are beyond their bounds */
    Feedback {
        if (rating != null && (rating < 1 || rating > 5))
            throw new Problem.Invalid("invalid-rating", "A rating is a whole number from 1 to 5.");
        if (comment != null && comment.length() > LONGEST_COMMENT)
            throw new Problem.Invalid("comment-too-long", "A comment has at most 2,000 characters.");
    }
}
