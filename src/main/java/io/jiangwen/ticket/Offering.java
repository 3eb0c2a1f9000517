package io.jiangwen.ticket;

import io.jiangwen.craftsman.CraftsmanDirectory;
import io.jiangwen.craftsman.Offer;
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

    /** Offers the ticket to everybody at work who fits and was not asked yet; empty when there is nobody. */
    @Transactional(TxType.MANDATORY)
    List<Offer> offer(Ticket ticket, OffsetDateTime now) {
        Asking asking = ticket.asking();
        List<Offer> fresh =
                notAsked(ticket, craftsmen.offersFor(asking.trade(), asking.region(), asking.language()), now);
        return fresh.isEmpty() ? widen(ticket, now) : make(ticket, fresh, now);
    }

    /** Offers it to everybody else at work, beyond the trade; never what is confidential. */
    @Transactional(TxType.MANDATORY)
    List<Offer> widen(Ticket ticket, OffsetDateTime now) {
        Asking asking = ticket.asking();
        if (asking.confidential()) return List.of();
        return make(ticket, notAsked(ticket, craftsmen.offersFor(null, asking.region(), asking.language()), now), now);
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

    private List<Offer> notAsked(Ticket ticket, List<Offer> fitting, OffsetDateTime now) {
        Set<UUID> left = new HashSet<>(offers.everOffered(ticket.id()));
        left.addAll(absences.at(now));
        return fitting.stream().filter(offer -> !left.contains(offer.account())).toList();
    }

    private List<Offer> make(Ticket ticket, List<Offer> fresh, OffsetDateTime now) {
        offers.make(ticket.id(), fresh, now);
        return fresh;
    }
}
