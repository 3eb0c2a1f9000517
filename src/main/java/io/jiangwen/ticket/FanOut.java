package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Sends a reply on to the linked tickets that its craftsman ticked. Each recipient is a transaction of its own: what one
 * of them refuses keeps the others from nothing, and a repeat goes on where a killed request stopped.
 */
@ApplicationScoped
class FanOut {
    private static final int MOST_RECIPIENTS = 20;

    private final LinkedTickets links;
    private final LinkedReply reply;

    FanOut(LinkedTickets links, LinkedReply reply) {
        this.links = links;
        this.reply = reply;
    }

    /**
     * A ticked ticket.
     *
     * @param epoch of that ticket when it was looked at
     * @param text that the craftsman was shown for it: exactly this is sent, or nothing
     */
    record Recipient(UUID ticket, int epoch, String text) {}

    /** What became of a recipient. */
    record Sent(UUID ticket, Outcome outcome) {}

    /** Every way it can end. */
    enum Outcome {
        SENT,
        /** Before; nothing was sent again. */
        ALREADY_SENT,
        /** Somebody has it by now, or it moved since it was looked at. */
        MOVED,
        /** What its asker would read is not what the craftsman was shown. */
        PREVIEW_CHANGED,
        /** It does not ask the same, or is not there for him to answer. */
        NOT_LINKED
    }

    /**
     * @param epoch of the claim on the ticket whose reply it is
     * @return one for each recipient, in their order
     * @throws StaleEpoch under an earlier claim
     * @throws Problem.Conflict {@code no-reply-to-send} or {@code confidential-ticket}
     */
    List<Sent> send(UUID id, Caller caller, int epoch, List<Recipient> recipients) {
        if (recipients.isEmpty()) throw new Problem.Invalid("no-recipients", "Name at least one ticket.");
        if (recipients.size() > MOST_RECIPIENTS)
            throw new Problem.Invalid("too-many-recipients", "Name at most " + MOST_RECIPIENTS + " tickets.");
        OwnerDesk.Write write = new OwnerDesk.Write(id, caller, epoch, null);
        List<UUID> group = links.ids(id, caller);
        List<Sent> outcomes = new ArrayList<>();
        for (Recipient recipient : recipients)
            outcomes.add(new Sent(
                    recipient.ticket(),
                    group.contains(recipient.ticket()) ? reply.send(write, recipient, group) : Outcome.NOT_LINKED));
        return List.copyOf(outcomes);
    }
}
