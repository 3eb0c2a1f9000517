package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.Role;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Claims one linked ticket and answers it, both or neither. */
@ApplicationScoped
class LinkedReply {
    private final OwnerDesk desk;
    private final LinkedTickets linked;
    private final LinkStore links;
    private final TicketMoves moves;
    private final Replies replies;
    private final TicketTimes times;

    LinkedReply(
            OwnerDesk desk,
            LinkedTickets linked,
            LinkStore links,
            TicketMoves moves,
            Replies replies,
            TicketTimes times) {
        this.desk = desk;
        this.linked = linked;
        this.links = links;
        this.moves = moves;
        this.replies = replies;
        this.times = times;
    }

    /**
     * The recipient's ticket gets a reply, clocks and a confirmation of its own. Its case is not drafted: that of the first
     * ticket is, if those who asked there agree.
     *
     * @param write the claim on the ticket whose reply it is
     * @param group whose names the recipient must not read
     */
    @Transactional
    FanOut.Outcome send(OwnerDesk.Write write, FanOut.Recipient to, List<UUID> group) {
        // In the order of their ids, so that two who send to each other do not wait for each other.
        boolean sourceFirst = write.ticket().compareTo(to.ticket()) < 0;
        Ticket first = desk.lock(sourceFirst ? write.ticket() : to.ticket());
        Ticket second = desk.lock(sourceFirst ? to.ticket() : write.ticket());
        Ticket source = sourceFirst ? first : second;
        Ticket recipient = sourceFirst ? second : first;
        desk.admit(source, write);
        LinkedTickets.requireOpenToOthers(source);
        if (links.isSent(source.id(), recipient.id())) return FanOut.Outcome.ALREADY_SENT;
        String preview = linked.preview(source, recipient, group);
        if (preview == null || source.state().awaitsReply())
            throw new Problem.Conflict("no-reply-to-send", "Reply to this ticket first; then send the reply on.");
        if (recipient.asking().confidential()) return FanOut.Outcome.NOT_LINKED;
        if (!isFree(recipient, write.caller()) || recipient.epoch() != to.epoch()) return FanOut.Outcome.MOVED;
        if (!preview.equals(to.text())) return FanOut.Outcome.PREVIEW_CHANGED;
        deliver(source, recipient, write.caller(), preview);
        links.sent(source.id(), recipient.id(), write.author(), times.now());
        return FanOut.Outcome.SENT;
    }

    private void deliver(Ticket source, Ticket recipient, Caller caller, String text) {
        Ticket held = recipient.state() == TicketState.OPEN ? take(source, recipient, caller) : recipient;
        replies.reply(
                new OwnerDesk.Write(held.id(), caller, held.epoch(), text), new Replies.Wording(text, null, false));
    }

    /** However many tickets he holds: this one is answered before anybody could see him hold it. */
    private Ticket take(Ticket source, Ticket open, Caller caller) {
        OffsetDateTime now = times.now();
        TicketEvent event = caller.role() == Role.CRAFTSMAN ? TicketEvent.CLAIM : TicketEvent.TAKE_OVER;
        return moves.make(
                new Step(event, Actor.of(caller, open), now, source.number()),
                open,
                Terms.given(Guard.ROOM, Guard.REASON).owner(caller.id().value()).lease(times.lease(now)));
    }

    private static boolean isFree(Ticket ticket, Caller caller) {
        return switch (ticket.state()) {
            case OPEN -> true;
            case ASSIGNED -> new Sight(caller).isOwner(ticket);
            case NEW, PENDING, ON_HOLD, SOLVED, CLOSED, CANCELLED -> false;
        };
    }
}
