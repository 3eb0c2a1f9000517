package io.jiangwen.intake;

import io.jiangwen.conversation.Errand;
import io.jiangwen.ticket.TicketSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list as a table of texts: what was asked, and what became of it. Pure. */
final class AnsweredList {
    private static final List<String> HEADINGS = List.of(
            "row", "enterprise", "contact", "question", "outcome", "answer", "sources", "ticket", "state", "remarks");

    private final ListWords words;

    AnsweredList(ListWords words) {
        this.words = words;
    }

    /** The headings, then a line of as many cells for each row. */
    List<List<String>> table(List<ProblemLists.Outcome> rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(HEADINGS.stream()
                .map(heading -> words.say("heading." + heading))
                .toList());
        rows.forEach(row -> table.add(line(row.row(), row.errand())));
        return table;
    }

    private List<String> line(ListRow row, @Nullable Errand errand) {
        String outcome = words.say("outcome." + Objects.requireNonNullElse(row.outcome(), "WAITING"));
        List<String> line = new ArrayList<>(
                List.of(Integer.toString(row.number()), row.enterprise(), row.contact(), row.question(), outcome));
        if (errand == null) line.addAll(List.of("", "", "", "", why(row)));
        else line.addAll(told(errand));
        return line;
    }

    private List<String> told(Errand errand) {
        TicketSummary ticket = errand.ticket();
        return List.of(
                errand.byModel() ? words.say("ai") + "\n" + errand.answer() : errand.answer(),
                String.join("\n", errand.sources()),
                ticket == null ? "" : ticket.number(),
                ticket == null ? "" : words.say("state." + ticket.state()),
                errand.withheld() ? words.say("withheld") : errand.message());
    }

    private String why(ListRow row) {
        String reason = Objects.requireNonNullElse(row.reason(), "");
        String code = row.code();
        return code == null ? reason : words.say("code." + code, reason);
    }
}
