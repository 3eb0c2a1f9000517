package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links tickets of different enterprises about the same problem for the craftsman who answers one of them. He sees what
 * the others ask and what each would read, never who they are. The links are found when he looks, so that none is stale.
 */
@ApplicationScoped
class LinkedTickets {
    private static final int LARGEST_GROUP = 20;

    private final TicketStore store;
    private final LinkStore links;
    private final Sameness sameness;
    private final TicketPeople people;
    private final Discretion discretion;

    LinkedTickets(TicketStore store, LinkStore links, Sameness sameness, TicketPeople people, Discretion discretion) {
        this.store = store;
        this.links = links;
        this.sameness = sameness;
        this.people = people;
        this.discretion = discretion;
    }

    /**
     * What the owner of a ticket may answer along with it, and where his reply went already. Embeds: not for use within a
     * transaction.
     *
     * @throws Problem.Conflict {@code confidential-ticket}
     * @throws Problem.NotFound when the caller may not see the ticket
     * @throws NotYourPart when he sees but does not own it
     */
    LinkedTicket.Group group(UUID id, Caller caller) {
        Ticket ticket = owned(id, caller);
        List<UUID> group = ids(ticket, caller);
        Set<UUID> sent = links.recipients(id);
        List<LinkedTicket> items = new ArrayList<>();
        for (UUID other : group) store.find(other).ifPresent(found -> items.add(show(ticket, found, group, sent)));
        return new LinkedTicket.Group(items, null);
    }

    /** The same as ids, those first that the reply went to. */
    List<UUID> ids(UUID id, Caller caller) {
        return ids(owned(id, caller), caller);
    }

    /**
     * What the asker of another ticket would read: the reply without anybody of the group but himself; null without a
     * reply.
     */
    @Nullable
    String preview(Ticket source, Ticket recipient, List<UUID> group) {
        Reply reply = source.reply();
        if (reply == null) return null;
        List<Discretion.Hidden> others = new ArrayList<>(List.of(people.whoseIs(source)));
        for (UUID other : group)
            if (!other.equals(recipient.id()))
                store.find(other).map(people::whoseIs).ifPresent(others::add);
        return discretion.veil(reply.text(), recipient.asking().language(), others);
    }

    private List<UUID> ids(Ticket ticket, Caller caller) {
        Set<UUID> ids = new LinkedHashSet<>(links.recipients(ticket.id()));
        ids.addAll(
                sameness.alike(ticket.asking().question(), links.answerable(ticket, new Sight(caller)), LARGEST_GROUP));
        return List.copyOf(ids);
    }

    private Ticket owned(UUID id, Caller caller) {
        Sight sight = new Sight(caller);
        Ticket ticket = Optional.of(id)
                .filter(known -> store.sees(sight, known))
                .flatMap(store::find)
                .orElseThrow(() -> new Problem.NotFound("ticket"));
        if (!sight.isOwner(ticket)) throw new NotYourPart(Set.of(Party.OWNER));
        requireOpenToOthers(ticket);
        return ticket;
    }

    static void requireOpenToOthers(Ticket ticket) {
        if (ticket.asking().confidential())
            throw new Problem.Conflict("confidential-ticket", "A confidential ticket is linked to no other.");
    }

    private LinkedTicket show(Ticket ticket, Ticket other, List<UUID> group, Set<UUID> sent) {
        boolean done = sent.contains(other.id());
        return new LinkedTicket(
                other.id(),
                other.number(),
                other.state(),
                other.epoch(),
                discretion.veil(other.asking().question(), other.asking().language(), List.of(people.whoseIs(other))),
                other.asking().openedAt(),
                done ? null : preview(ticket, other, group),
                done);
    }
}
