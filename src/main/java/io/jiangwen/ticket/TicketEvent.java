package io.jiangwen.ticket;

/** What can happen to a ticket; the names are those of the table {@code ticket_transition}. */
enum TicketEvent {
    OPEN,
    OFFER,
    CLAIM,
    RELEASE,
    EXPIRE,
    REPLY,
    UNDO,
    CONFIRM,
    ASSUME,
    REJECT,
    CANCEL
}
