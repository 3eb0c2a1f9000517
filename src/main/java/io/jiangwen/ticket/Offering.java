package io.jiangwen.ticket;

import io.jiangwen.craftsman.CraftsmanDirectory;
import io.jiangwen.craftsman.Offer;
import io.jiangwen.craftsman.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Offers a ticket to those who may know; when nobody is left, it goes to the pool of the region's dispatchers. */
@ApplicationScoped
class Offering {
    private final CraftsmanDirectory craftsmen;
    private final TicketOffers offers;
    private final TicketStore store;
    private final TicketAnnouncements announcements;
    private final Absences absences;

    Offering(
            CraftsmanDirectory craftsmen,
            TicketOffers offers,
            TicketStore store,
            TicketAnnouncements announcements,
            Absences absences) {
        this.craftsmen = craftsmen;
        this.offers = offers;
        this.store = store;
        this.announcements = announcements;
        this.absences = absences;
    }

    /**
     * Offers the ticket to the best of those at work who fit and were not asked yet; when none of them is left, to
     * everybody. What is confidential goes to those only who fit. Empty when there is nobody.
     */
    @Transactional(TxType.MANDATORY)
    List<Offer> offer(Ticket ticket, OffsetDateTime now) {
        List<Offer> fresh = craftsmen.offersFor(wanted(ticket, now));
        return fresh.isEmpty() ? widen(ticket, now) : make(ticket, fresh, now);
    }

    /** Offers it to everybody else at work, whether they fit or not; never what is confidential. */
    @Transactional(TxType.MANDATORY)
    List<Offer> widen(Ticket ticket, OffsetDateTime now) {
        if (ticket.asking().confidential()) return List.of();
        return make(ticket, craftsmen.everybody(wanted(ticket, now)), now);
    }

    /** Tells the craftsmen what they are offered; when there is nobody, the dispatchers, in whose pool it is then. */
    @Transactional(TxType.MANDATORY)
    void tell(Ticket open, List<Offer> fresh, OffsetDateTime now) {
        announcements.offered(open, fresh);
        if (fresh.isEmpty()) {
            store.pool(open.id(), now);
            announcements.pooled(open);
        }
    }

    /** Without those who were asked already, and those who are absent. */
    private Wanted wanted(Ticket ticket, OffsetDateTime now) {
        Asking asking = ticket.asking();
        Set<UUID> without = new HashSet<>(offers.everOffered(ticket.id()));
        without.addAll(absences.at(now));
        return new Wanted(
                asking.dossier().rewritten().isBlank()
                        ? asking.question()
                        : asking.dossier().rewritten(),
                asking.region(),
                asking.language(),
                without,
                offers.workloads(now.minus(craftsmen.window())));
    }

    private List<Offer> make(Ticket ticket, List<Offer> fresh, OffsetDateTime now) {
        offers.make(ticket.id(), fresh, now);
        return fresh;
    }
}
