package io.jiangwen.ticket;

import io.jiangwen.question.Dossier;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the contract shows it.
 *
 * @param owner display name
 * @param due when the system acts if nobody does: while waiting for the asker, on hold, or for a confirmation
 * @param follows the closed ticket that this one takes up
 * @param draft what the owner goes on from; null for everybody else
 * @param article id of the article that the reply became
 * @param reply the reply that stands
 * @param askers how many have the ticket in common
 * @param word the caller's own on the reply, where there are several; null otherwise
 * @param clocks that ever ran, for the owner, dispatchers and administrators; empty for others
 * @param notes of those who work on it, for the same people; never for the asker
 * @param offers who was asked and why, the best first; told to dispatchers of its region only
 */
public record TicketView(
        UUID id,
        String number,
        TicketState state,
        @Nullable ClosedAs closedAs,
        int level,
        int epoch,
        @Nullable String owner,
        @Nullable OffsetDateTime leaseUntil,
        @Nullable OffsetDateTime due,
        @Nullable UUID follows,
        String question,
        String language,
        @Nullable String trade,
        @Nullable String enterprise,
        boolean confidential,
        Dossier dossier,
        List<TicketMessages.Message> messages,
        @Nullable Reply reply,
        @Nullable Feedback feedback,
        @Nullable String draft,
        @Nullable String article,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt,
        @Nullable OffsetDateTime expectedBy,
        int askers,
        @Nullable AskersState word,
        Priority priority,
        List<ClockView> clocks,
        List<TicketNotes.Note> notes,
        List<Offered> offers,
        You you) {
    public TicketView {
        clocks = List.copyOf(clocks);
        notes = List.copyOf(notes);
        messages = List.copyOf(messages);
        offers = List.copyOf(offers);
    }

    /**
     * What the caller is to this ticket and may do now, so that pages offer nothing that would be refused.
     *
     * @param offered why it was offered to him, null when it was not
     * @param may the events he may try; the single flags say the same of those that pages ask for most
     */
    record You(
            boolean asker,
            boolean owner,
            @Nullable String offered,
            Set<TicketEvent> may,
            boolean mayClaim,
            boolean mayReply,
            boolean mayUndo,
            boolean mayRelease,
            boolean mayConfirm,
            boolean mayCancel) {
        You {
            may = Set.copyOf(may);
        }
    }

    /**
     * An offer as a dispatcher sees it.
     *
     * @param declined when he said no, null when he did not
     */
    record Offered(
            String craftsman,
            String reason,
            OffsetDateTime at,
            @Nullable OffsetDateTime declined,
            @Nullable String declineReason) {}

    /**
     * A ticket in a list.
     *
     * @param clock the one that is over next, for those who see clocks
     */
    record Line(
            UUID id,
            String number,
            TicketState state,
            @Nullable ClosedAs closedAs,
            int level,
            int epoch,
            @Nullable String owner,
            @Nullable OffsetDateTime leaseUntil,
            String question,
            String language,
            @Nullable String trade,
            @Nullable String enterprise,
            boolean confidential,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable OffsetDateTime expectedBy,
            Priority priority,
            @Nullable ClockView clock,
            You you) {}

    /** @param next cursor of the next page, null after the last */
    record Page(List<Line> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    /** What a claim or a draft gives back. */
    record Held(
            UUID id, TicketState state, int epoch, @Nullable OffsetDateTime leaseUntil) {
        static Held of(Ticket ticket) {
            return new Held(
                    ticket.id(),
                    ticket.state(),
                    ticket.epoch(),
                    ticket.standing().leaseUntil());
        }
    }
}
