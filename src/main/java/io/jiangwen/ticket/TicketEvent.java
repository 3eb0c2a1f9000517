package io.jiangwen.ticket;

/** What can happen to a ticket; the names are those of the table {@code ticket_transition}. */
enum TicketEvent {
    OPEN("ticket.opened"),
    OFFER("ticket.opened"),
    CLAIM("ticket.claimed"),
    /** A dispatcher gives it to a craftsman. */
    ASSIGN("ticket.assigned"),
    /** A dispatcher takes it himself. */
    TAKE_OVER("ticket.assigned"),
    /** Its owner gives it to a colleague. */
    TRANSFER("ticket.assigned"),
    RELEASE("ticket.released"),
    /** Its lease has run out. */
    EXPIRE("ticket.released"),
    /** A craftsman does not want what was offered to him. */
    DECLINE("ticket.declined"),
    ASK_BACK("ticket.asked_back"),
    ANSWER("ticket.answered_back"),
    /** The asker has not answered yet. */
    REMIND("ticket.reminded"),
    /** The asker never answered. */
    NO_ANSWER("ticket.closed"),
    HOLD("ticket.held"),
    RESUME("ticket.resumed"),
    REPLY("ticket.replied"),
    UNDO("ticket.reply_withdrawn"),
    CONFIRM("ticket.closed"),
    /** Nobody objected to the reply in time. */
    ASSUME("ticket.closed"),
    REJECT("ticket.rejected"),
    FOLLOW_UP("ticket.reopened"),
    CANCEL("ticket.closed"),
    /** A clock is running out. */
    WARN("ticket.warned"),
    /** The time of a clock is over: the level rises. */
    BREACH("ticket.raised"),
    /** A dispatcher says how much it presses. */
    PRIORITISE("ticket.prioritised"),
    /** Somebody of the same enterprise asks the same. */
    JOIN("ticket.joined"),
    /** The reply worked for one of several askers; others wait. */
    AGREE("ticket.confirmed"),
    /** The reply did not work for one of several askers, who goes on with a ticket of his own. */
    SPLIT("ticket.split");

    private final String announced;

    TicketEvent(String announced) {
        this.announced = announced;
    }

    /** The type of the live event that tells of it. */
    String announced() {
        return announced;
    }
}
