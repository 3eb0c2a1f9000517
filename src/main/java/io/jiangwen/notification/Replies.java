package io.jiangwen.notification;

import io.jiangwen.notification.HttpPost.Reply;

/** What the status of an HTTP reply means for a delivery. */
final class Replies {
    private static final int GONE = 410;

    private Replies() {}

    /** Any 2xx is taken; a redirect and 410 will not change by themselves; everything else may. */
    static Receipt receipt(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> receipt(answered);
            case Reply.Unreached unreached -> new Receipt.Failed(unreached.why());
            case Reply.NotAllowed not -> new Receipt.Refused(not.why());
        };
    }

    private static Receipt receipt(Reply.Answered answered) {
        String status = "HTTP " + answered.status();
        return switch (answered.status() / 100) {
            case 2 -> new Receipt.Taken(status);
            case 3 -> new Receipt.Refused(status + ", redirects are not followed");
            default ->
                answered.status() == GONE
                        ? new Receipt.Refused(status)
                        : new Receipt.Failed(status, answered.retryAfter().orElse(null));
        };
    }
}
