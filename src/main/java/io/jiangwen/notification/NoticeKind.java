package io.jiangwen.notification;

import static io.jiangwen.account.Role.ADMINISTRATOR;
import static io.jiangwen.account.Role.ASKER;
import static io.jiangwen.account.Role.CRAFTSMAN;
import static io.jiangwen.account.Role.CURATOR;
import static io.jiangwen.account.Role.DISPATCHER;
import static io.jiangwen.account.Role.VISITOR;

import io.jiangwen.account.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The live events that are also told outside the pages, and who is usually told of them. */
enum NoticeKind {
    OPENED("ticket.opened"),
    OFFERED("ticket.offered", CRAFTSMAN),
    ASSIGNED("ticket.assigned", CRAFTSMAN),
    CLAIMED("ticket.claimed"),
    RELEASED("ticket.released"),
    POOLED("ticket.pooled", DISPATCHER),
    ASKED_BACK("ticket.asked_back", ASKER, VISITOR),
    ANSWERED_BACK("ticket.answered_back", CRAFTSMAN),
    REMINDED("ticket.reminded", ASKER, VISITOR),
    MESSAGE("ticket.message", CRAFTSMAN),
    REPLIED("ticket.replied", ASKER, VISITOR),
    REJECTED("ticket.rejected", CRAFTSMAN),
    REOPENED("ticket.reopened", CRAFTSMAN),
    CLOSED("ticket.closed"),
    WARNED("ticket.warned", CRAFTSMAN),
    RAISED("ticket.raised", DISPATCHER, ADMINISTRATOR),
    IN_REVIEW("article.in_review", CURATOR),
    PUBLISHED("article.published"),
    RETRACTED("article.retracted"),
    RECALLED("answer.recalled", ASKER, VISITOR),
    /** Sent by an administrator to see whether an outlet works. */
    TRIAL("trial");

    private final String type;

    // Set.of cannot be changed, which its type does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Role> usual;

    NoticeKind(String type, Role... usual) {
        this.type = type;
        this.usual = Set.of(usual);
    }

    /** The type of the live event. */
    String type() {
        return type;
    }

    /** Whether people of this role are told unless they say otherwise. */
    boolean isUsualFor(Role role) {
        return usual.contains(role);
    }

    /** Empty for events that are told on pages only. */
    static Optional<NoticeKind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    /** The types that can be chosen. */
    static List<String> types() {
        return Arrays.stream(values())
                .filter(kind -> kind != TRIAL)
                .map(NoticeKind::type)
                .toList();
    }
}
