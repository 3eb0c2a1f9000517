package io.jiangwen.notification;

import io.jiangwen.account.Role;
import io.jiangwen.account.Statements;
import io.jiangwen.account.WorkingHours;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/**
 * Decides who is told of an event, and by what: only those whom the event itself was for. Nothing of a confidential
 * ticket goes to a group robot, for nobody knows who reads there.
 */
@ApplicationScoped
class Addressing {
    private static final String VISITOR = "visitor:";

    private final Statements database;
    private final Preferences preferences;
    private final Deliveries deliveries;
    private final Carriers carriers;
    private final EventData data;
    private final WorkingHours hours;
    private final Clock clock;

    Addressing(
            Statements database,
            Preferences preferences,
            Deliveries deliveries,
            Carriers carriers,
            EventData data,
            WorkingHours hours,
            Clock clock) {
        this.database = database;
        this.preferences = preferences;
        this.deliveries = deliveries;
        this.carriers = carriers;
        this.data = data;
        this.hours = hours;
        this.clock = clock;
    }

    /** Within the transaction that moves the cursor. */
    void address(OutboxEvent event, Set<String> audience) {
        NoticeKind.ofType(event.type()).ifPresent(kind -> {
            toOutlets(event, audience);
            for (Preferences.Person person : preferences.hearing(audience))
                toPerson(event, kind, person.role(), person.preference(), new Recipient.AccountId(person.account()));
            audience.stream()
                    .filter(tag -> tag.startsWith(VISITOR))
                    .map(tag -> UUID.fromString(tag.substring(VISITOR.length())))
                    .forEach(visitor -> preferences
                            .ofVisitor(visitor)
                            .ifPresent(preference ->
                                    toPerson(event, kind, Role.VISITOR, preference, new Recipient.VisitorId(visitor))));
        });
    }

    private void toOutlets(OutboxEvent event, Set<String> audience) {
        boolean confidential = data.of(event).confidential();
        database
                .list(
                        """
                        SELECT id, channel FROM outlet
                        WHERE enabled AND tags && ? AND (cardinality(kinds) = 0 OR ? = ANY(kinds)) ORDER BY id
                        """,
                        row -> new Deliveries.Draft(
                                Channel.valueOf(row.getString("channel")),
                                new Recipient.OutletId(row.getObject("id", UUID.class)),
                                now()),
                        audience,
                        event.type())
                .stream()
                .filter(draft -> !(confidential && draft.channel().isRobot()))
                .forEach(draft -> deliveries.add(event, draft));
    }

    private void toPerson(OutboxEvent event, NoticeKind kind, Role role, Preference preference, Recipient recipient) {
        OffsetDateTime due = preference.workingHours() ? hours.next(now()) : now();
        for (Channel channel : Channel.PERSONAL)
            if (carriers.isOpen(channel) && preference.wants(kind, channel, role))
                deliveries.add(event, new Deliveries.Draft(channel, recipient, due));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
