package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The one way a ticket moves: judged by the table, written on condition that nobody moved it meanwhile, entered in the
 * journal, told to its clocks and announced, all in the transaction at hand.
 */
@ApplicationScoped
class TicketMoves {
    private final TicketStore store;
    private final TicketJournal journal;
    private final TicketAnnouncements announcements;
    private final Clocks clocks;

    TicketMoves(TicketStore store, TicketJournal journal, TicketAnnouncements announcements, Clocks clocks) {
        this.store = store;
        this.journal = journal;
        this.announcements = announcements;
        this.clocks = clocks;
    }

    /**
     * @param before the ticket as the transaction has locked it, with whatever reply or word the move acts on
     * @return the ticket after the move
     * @throws TransitionNotAllowed when the event does not exist in its state; nothing is written then
     * @throws NotYourPart when the event is for others
     * @throws Problem with the code of the {@link Guard} that does not hold
     */
    Ticket make(Step step, Ticket before, Terms terms) {
        Transition row =
                switch (judge(step, before, terms)) {
                    case Ruling.Allowed allowed -> allowed.row();
                    case Ruling.Impossible i -> throw new TransitionNotAllowed(step.event(), before);
                    case Ruling.ForOthers others -> throw new NotYourPart(others.parties());
                    case Ruling.Unmet unmet -> throw refusal(unmet.guard());
                };
        Ticket after = before.after(row, terms, step.at());
        store.move(before, after);
        journal.append(row.move(), step, after);
        clocks.moved(step.event(), before, after, step.at());
        announcements.moved(step.event(), before, after);
        return after;
    }

    private static Ruling judge(Step step, Ticket before, Terms terms) {
        return Transitions.judge(step.event(), before.state(), step.actor().parties(), terms.holding());
    }

    private static Problem refusal(Guard guard) {
        return guard.isAboutTheRequest()
                ? new Problem.Invalid(guard.code(), guard.detail())
                : new Problem.Conflict(guard.code(), guard.detail());
    }
}
