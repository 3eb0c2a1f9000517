package io.jiangwen.ticket;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of the design, written down a second time: event, who, from, to. */
final class DesignTable {
    private static final String TEXT = """
            OPEN       ASKER,DISPATCHER  -                                     NEW
            OFFER      SYSTEM            NEW                                   OPEN
            CLAIM      CRAFTSMAN         OPEN                                  ASSIGNED
            DECLINE    OFFERED           OPEN                                  OPEN
            ASSIGN     DISPATCHER        OPEN,ASSIGNED,PENDING,ON_HOLD         ASSIGNED
            TAKE_OVER  DISPATCHER        OPEN,ASSIGNED,PENDING,ON_HOLD         ASSIGNED
            TRANSFER   OWNER             ASSIGNED                              ASSIGNED
            RELEASE    OWNER             ASSIGNED                              OPEN
            EXPIRE     SYSTEM            ASSIGNED                              OPEN
            ASK_BACK   OWNER             ASSIGNED                              PENDING
            ANSWER     ASKER             PENDING                               ASSIGNED
            REMIND     SYSTEM            PENDING                               PENDING
            NO_ANSWER  SYSTEM            PENDING                               CLOSED
            HOLD       OWNER             ASSIGNED                              ON_HOLD
            RESUME     OWNER,SYSTEM      ON_HOLD                               ASSIGNED
            REPLY      OWNER             ASSIGNED                              SOLVED
            UNDO       OWNER             SOLVED                                ASSIGNED
            CONFIRM    ASKER             SOLVED                                CLOSED
            ASSUME     SYSTEM            SOLVED                                CLOSED
            REJECT     ASKER             SOLVED                                ASSIGNED,OPEN
            FOLLOW_UP  ASKER             CLOSED                                ASSIGNED,OPEN
            CANCEL     ASKER,DISPATCHER  NEW,OPEN,ASSIGNED,PENDING,ON_HOLD     CANCELLED
            WARN       SYSTEM            OPEN,ASSIGNED,SOLVED                  =
            BREACH     SYSTEM            OPEN,ASSIGNED                         =
            PRIORITISE DISPATCHER        OPEN,ASSIGNED,PENDING,ON_HOLD         =
            JOIN       ASKER             OPEN,ASSIGNED,PENDING,ON_HOLD         =
            AGREE      ASKER             SOLVED                                =
            SPLIT      ASKER             SOLVED                                =
            """;

    static final Set<Line> LINES = TEXT.lines().map(Line::of).collect(Collectors.toCollection(LinkedHashSet::new));

    private DesignTable() {}

    /**
     * @param from empty for the event that makes a ticket
     * @param to empty for an event that leaves the state as it is
     */
    record Line(TicketEvent event, Set<Party> parties, Set<TicketState> from, Set<TicketState> to) {
        static Line of(String text) {
            String[] cells = text.split(" +", -1);
            return new Line(
                    TicketEvent.valueOf(cells[0]),
                    Arrays.stream(cells[1].split(",", -1))
                            .map(Party::valueOf)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Party.class))),
                    states(cells[2]),
                    states(cells[3]));
        }

        /** Where it leads from a state. */
        Set<TicketState> to(TicketState from) {
            return to.isEmpty() ? Set.of(from) : to;
        }

        private static Set<TicketState> states(String cell) {
            if (cell.equals("-") || cell.equals("=")) return Set.of();
            return Arrays.stream(cell.split(",", -1))
                    .map(TicketState::valueOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(TicketState.class)));
        }
    }

    static Line of(TicketEvent event) {
        return LINES.stream().filter(line -> line.event() == event).findFirst().orElseThrow();
    }

    static boolean allows(TicketEvent event, TicketState from, Party party) {
        return of(event).from().contains(from) && of(event).parties().contains(party);
    }
}
