package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import java.util.Set;

/** The caller may see the ticket, but this is for others to do. */
class NotYourPart extends Problem.Forbidden {
    private static final long serialVersionUID = 1L;

    NotYourPart(Set<Party> parties) {
        super(code(parties), detail(parties));
    }

    private static String code(Set<Party> parties) {
        if (parties.equals(Set.of(Party.OWNER)) || parties.equals(Set.of(Party.OWNER, Party.SYSTEM)))
            return "not-the-owner";
        if (parties.equals(Set.of(Party.ASKER))) return "not-the-asker";
        if (parties.equals(Set.of(Party.DISPATCHER))) return "not-the-dispatcher";
        if (parties.equals(Set.of(Party.OFFERED))) return "not-offered";
        return "not-your-part";
    }

    private static String detail(Set<Party> parties) {
        return switch (code(parties)) {
            case "not-the-owner" -> "Claim the ticket first; only its owner may do this.";
            case "not-the-asker" -> "Only whoever asked may do this.";
            case "not-the-dispatcher" -> "Only a dispatcher of the region may do this.";
            case "not-offered" -> "The ticket was not offered to you.";
            default -> "You may see this ticket, but this is for others to do.";
        };
    }
}
