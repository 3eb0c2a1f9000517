package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ticket has moved on since its owner read it. His text is kept. */
class StaleEpoch extends Problem.Conflict {
    private static final long serialVersionUID = 1L;

    /** @param draft what was kept, null when nothing was sent */
    StaleEpoch(Ticket ticket, @Nullable String draft) {
        super(
                "stale-epoch",
                "Ticket " + ticket.number() + " is not with you any more, or was claimed anew since you read it. "
                        + (draft == null ? "Load it again." : "Your text is kept as a draft."),
                draft == null
                        ? Map.of("state", ticket.state(), "epoch", ticket.epoch())
                        : Map.of("state", ticket.state(), "epoch", ticket.epoch(), "draft", draft));
    }
}
