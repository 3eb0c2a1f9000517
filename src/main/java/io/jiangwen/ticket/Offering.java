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

    Offering(CraftsmanDirectory craftsmen, TicketOffers offers, TicketStore store, TicketAnnouncements announcements) {
        this.craftsmen = craftsmen;
        this.offers = offers;
        this.store = store;
        this.announcements = announcements;
    }

    /** Offers the ticket to everybody who fits and was not asked yet; empty when there is nobody. */
    @Transactional(TxType.MANDATORY)
    List<Offer> offer(Ticket ticket, OffsetDateTime now) {
        Asking asking = ticket.asking();
        Set<UUID> asked = new HashSet<>(offers.everOffered(ticket.id()));
        List<Offer> fresh = craftsmen.offersFor(asking.trade(), asking.region(), asking.language()).stream()
                .filter(offer -> !asked.contains(offer.account()))
                .toList();
        if (fresh.isEmpty() && !asking.confidential()) fresh = everybody(asking, asked);
        offers.make(ticket.id(), fresh, now);
        return fresh;
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

    /** Beyond the trade; never for what is confidential. */
    private List<Offer> everybody(Asking asking, Set<UUID> asked) {
        return craftsmen.offersFor(null, asking.region(), asking.language()).stream()
                .filter(offer -> !asked.contains(offer.account()))
                .toList();
    }
}
