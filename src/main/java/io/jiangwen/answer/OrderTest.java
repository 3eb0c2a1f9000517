package io.jiangwen.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a sentence that says in which order things are done says so as the passages do. Pure. */
final class OrderTest {
    private static final Pattern ORDERED = Pattern.compile(
            "先|再|然后|之后|之前|最后|接着|随后|前|后来|\\b(?:first|then|before|after|afterwards|finally|next|until)\\b");

    private static final Pattern PARTS = Pattern.compile(
            "(?<=.)(?=再|然后|最后|随后|后来才)|(?<=后)(?=先|才|立即)|(?= and then )|(?<=[, ])(?=then\\b)| and (?!then)");
    private static final Pattern LATER = Pattern.compile(
            "^(?:and )?(?:再|然后|最后|随后|接着|才|后来|之后|then\\b|finally\\b|next\\b|afterwards\\b)|\\bafterwards\\b|后来才");
    private static final Pattern SOONER = Pattern.compile("先|^first\\b|\\bfirst$");
    private static final Pattern HAN_BEFORE =
            Pattern.compile("^(?<later>.{1,12}?)(?:之前|以前|前)(?!端|面|后|进|方|者)(?<sooner>.*)$");
    private static final Pattern BEFORE_FIRST = Pattern.compile("^before (?<later>.*)$");
    private static final Pattern BEFORE = Pattern.compile("^(?<sooner>.+?) before (?<later>.*)$");
    private static final Pattern AFTER = Pattern.compile("^(?<later>.+?) after (?<sooner>.*)$");

    private final Alignment alignment;
    private final SupportBar bar;
    private final StatementReader reader;

    OrderTest(Alignment alignment, SupportBar bar, StatementReader reader) {
        this.alignment = alignment;
        this.bar = bar;
        this.reader = reader;
    }

    /** @param linked whether the words say that it comes after the one before it */
    private record Event(Clause what, Statement of, int at, boolean linked) {}

    private record Part(String text, boolean linked) {}

    Optional<Flaw> flaw() {
        if (!ORDERED.matcher(alignment.sentence().whole().text()).find()) return Optional.empty();
        List<Event> said = events(List.of(alignment.sentence()));
        if (said.size() < 2) return Optional.empty();
        List<Event> known = events(alignment.evidence());
        for (int i = 1; i < said.size(); i++) {
            if (!said.get(i).linked()) continue;
            List<Event> first = speaksOf(said.get(i - 1), known);
            List<Event> second = speaksOf(said.get(i), known);
            if (first.isEmpty() || second.isEmpty()) continue;
            boolean turned = first.stream().allMatch(one -> second.stream().allMatch(other -> one.at() > other.at()));
            if (turned) return Optional.of(Flaw.ORDER);
        }
        return Optional.empty();
    }

    private List<Event> speaksOf(Event event, List<Event> known) {
        double best = 0;
        List<Event> found = new ArrayList<>();
        for (Event other : known) {
            double covered =
                    alignment.covered(event.what(), other.what(), other.of().language());
            if (event.what().weight() == 0 || covered < bar.orderCover()) continue;
            if (covered > best + bar.alike()) found.clear();
            if (covered >= best - bar.alike()) found.add(other);
            best = Math.max(best, covered);
        }
        return found;
    }

    /** What happens, in the order of time as far as the words tell. */
    private List<Event> events(List<Statement> statements) {
        List<Event> events = new ArrayList<>();
        for (Statement statement : statements) {
            for (Part part : parts(statement))
                if (!part.text().isBlank())
                    events.add(
                            new Event(reader.sentence(part.text()).whole(), statement, events.size(), part.linked()));
        }
        return events;
    }

    private static List<Part> parts(Statement statement) {
        List<Part> parts = new ArrayList<>();
        String waiting = "";
        boolean first = false;
        for (Clause clause : statement.clauses()) {
            for (String text : PARTS.splitAsStream(clause.text()).toList()) {
                boolean linked = first || LATER.matcher(text.strip()).find();
                first = SOONER.matcher(text).find();
                String later = inTime(text.strip(), linked, parts);
                if (!later.isEmpty()) {
                    waiting = later;
                } else if (!waiting.isEmpty()) {
                    parts.add(new Part(waiting, true));
                    waiting = "";
                }
            }
        }
        return parts;
    }

    /** Adds a part's events; what only happens after the next part is returned, empty where there is none. */
    private static String inTime(String part, boolean linked, List<Part> events) {
        Matcher first = BEFORE_FIRST.matcher(part);
        if (first.matches()) return first.group("later");
        for (Pattern pattern : List.of(BEFORE, AFTER, HAN_BEFORE)) {
            Matcher both = pattern.matcher(part);
            if (!both.matches()) continue;
            if (both.group("sooner").isBlank()) return both.group("later");
            events.add(new Part(both.group("sooner"), linked));
            events.add(new Part(both.group("later"), true));
            return "";
        }
        events.add(new Part(part, linked));
        return "";
    }
}
