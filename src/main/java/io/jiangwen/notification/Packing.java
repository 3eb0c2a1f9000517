package io.jiangwen.notification;

import io.jiangwen.account.AccountConfig;
import io.jiangwen.account.ResumeLinks;
import io.jiangwen.account.Role;
import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts a delivery into words and addresses it, as things stand at the moment of the try: whoever has left, or does not
 * want it any more, is not written to.
 */
@ApplicationScoped
class Packing {
    private final Outlets outlets;
    private final Preferences preferences;
    private final EventData data;
    private final ResumeLinks links;
    private final Optional<URI> home;

    Packing(Outlets outlets, Preferences preferences, EventData data, ResumeLinks links, AccountConfig account) {
        this.outlets = outlets;
        this.preferences = preferences;
        this.data = data;
        this.links = links;
        home = account.publicUrl();
    }

    /** Whoever is reached now. */
    private record Addressee(Parcel.Destination destination, Language language, String page) {}

    /** Empty when the recipient is not to be reached any more. */
    Optional<Parcel> pack(Delivery delivery) {
        return addressee(delivery)
                .map(to -> new Parcel(delivery.id(), to.destination(), message(delivery.event(), to)));
    }

    private Parcel.Message message(OutboxEvent event, Addressee to) {
        EventData.Facts facts = data.of(event);
        String number = facts.number();
        return new Parcel.Message(
                event.type(),
                event.subject(),
                event.at(),
                number,
                facts.state(),
                NoticeWords.title(to.language()),
                NoticeWords.text(to.language(), event.type(), number == null ? "" : number),
                home.map(url -> URI.create(url.toString().replaceFirst("/+$", "") + to.page()))
                        .orElse(null));
    }

    private Optional<Addressee> addressee(Delivery delivery) {
        return switch (delivery.recipient()) {
            case Recipient.OutletId outlet -> outlet(outlet.id(), delivery.event());
            case Recipient.AccountId account -> account(account.id(), delivery);
            case Recipient.VisitorId visitor -> visitor(visitor.id(), delivery.channel());
        };
    }

    private Optional<Addressee> outlet(UUID id, OutboxEvent event) {
        return outlets.find(id)
                .filter(outlet -> outlet.enabled() || event.type().equals(NoticeKind.TRIAL.type()))
                .map(outlet -> new Addressee(
                        new Parcel.Destination(outlet.address(), outlet.secret()),
                        outlet.language(),
                        page("/desk", event)));
    }

    private Optional<Addressee> account(UUID id, Delivery delivery) {
        OutboxEvent event = delivery.event();
        NoticeKind kind = NoticeKind.ofType(event.type()).orElseThrow();
        return preferences
                .of(id)
                .filter(person -> person.preference().wants(kind, delivery.channel(), person.role()))
                .flatMap(person -> person.preference()
                        .address(delivery.channel())
                        .map(address -> new Addressee(
                                new Parcel.Destination(address, null),
                                person.preference().language(),
                                page(person.role() == Role.ASKER ? "/ask" : "/desk", event))));
    }

    private Optional<Addressee> visitor(UUID id, Channel channel) {
        return preferences.ofVisitor(id).flatMap(preference -> preference
                .address(channel)
                .map(address ->
                        new Addressee(new Parcel.Destination(address, null), preference.language(), thread(id))));
    }

    /** Where a visitor goes on; whoever has no link yet knows the page that he asked on. */
    private String thread(UUID visitor) {
        return links.newestOf(visitor).map(link -> "/resume#" + link.token()).orElse("/");
    }

    private static String page(String desk, OutboxEvent event) {
        return event.type().startsWith("ticket.") ? desk + "#t=" + event.subject() : desk;
    }
}
