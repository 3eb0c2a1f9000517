package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import java.util.Map;

/** Somebody else was faster. */
class AlreadyClaimed extends Problem.Conflict {
    private static final long serialVersionUID = 1L;

    AlreadyClaimed(String winner) {
        super("ticket-already-claimed", winner + " has claimed this ticket.", Map.of("winner", winner));
    }
}
