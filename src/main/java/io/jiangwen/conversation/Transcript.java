package io.jiangwen.conversation;

import io.jiangwen.answer.Answer;
import io.jiangwen.text.Language;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A thread as Markdown in which whatever was written by people, models and articles is text and nothing else. Pure. */
final class Transcript {
    private final Language language;

    Transcript(Language language) {
        this.language = language;
    }

    String of(@Nullable String title, OffsetDateTime from, List<Turn> turns) {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(title == null ? say("EXPORT.TITLE") : escaped(title))
                .append("\n\n");
        text.append(say("EXPORT.FROM", from.truncatedTo(ChronoUnit.SECONDS))).append('\n');
        for (int i = 0; i < turns.size(); i++) append(text, i + 1, turns.get(i));
        return text.toString();
    }

    private void append(StringBuilder text, int number, Turn turn) {
        text.append("\n## ").append(say("EXPORT.QUESTION", number)).append("\n\n");
        text.append(quoted(turn.question())).append("\n\n");
        if (!turn.rewritten().equals(turn.question()))
            text.append(say("EXPORT.REWRITTEN", escaped(turn.rewritten()))).append("\n\n");
        if (turn.regeneratedBy() != null) text.append(say("EXPORT.REGENERATED")).append("\n\n");
        text.append("**").append(say("EXPORT.OUTCOME." + turn.outcome())).append("**");
        if (isByModel(turn)) text.append(' ').append(say("EXPORT.AI"));
        text.append("\n\n").append(escaped(turn.message())).append('\n');
        if (turn.answer() != null) append(text, turn.answer(), turn.citations());
        if (turn.ticket() != null) {
            text.append('\n')
                    .append(say(
                            "EXPORT.TICKET",
                            turn.ticket().number(),
                            turn.ticket().state().name()))
                    .append('\n');
        }
        if (turn.feedback() != null)
            text.append('\n').append(opinion(turn.feedback())).append('\n');
        text.append('\n').append(versions(turn)).append('\n');
    }

    private void append(StringBuilder text, Turn.Words answer, List<Answer.Citation> citations) {
        text.append('\n');
        for (Answer.Sentence sentence : answer.sentences()) {
            text.append("- ").append(escaped(sentence.text()));
            for (int number : sentence.citations())
                text.append(" \\[").append(number).append("\\]");
            if (answer.composer() == Answer.Composer.MODEL) text.append(' ').append(say("EXPORT.AI"));
            text.append('\n');
        }
        text.append("\n**").append(say("EXPORT.SOURCES")).append("**\n\n");
        for (Answer.Citation citation : citations) {
            text.append("- \\[")
                    .append(citation.number())
                    .append("\\] ")
                    .append(say(
                            "EXPORT.SOURCE",
                            escaped(citation.title()),
                            escaped(citation.author()),
                            escaped(citation.article()),
                            Integer.toString(citation.version())))
                    .append("  \n  ")
                    .append(escaped(citation.quote()))
                    .append('\n');
        }
    }

    private static boolean isByModel(Turn turn) {
        return turn.outcome() == TurnOutcome.NEEDS_DETAIL && turn.versions().model() != null;
    }

    private String opinion(Feedback feedback) {
        String key = feedback.helpful() ? "EXPORT.HELPFUL" : "EXPORT.NOT_HELPFUL";
        String reason = feedback.reason();
        return reason == null ? say(key) : say(key) + " " + escaped(reason);
    }

    private String versions(Turn turn) {
        List<String> parts = new ArrayList<>();
        if (turn.versions().model() != null) parts.add(escaped(turn.versions().model()));
        if (turn.versions().prompt() != null) parts.add(escaped(turn.versions().prompt()));
        parts.add(escaped(turn.versions().calibration()));
        return say("EXPORT.MADE", turn.createdAt().truncatedTo(ChronoUnit.SECONDS), String.join(" · ", parts));
    }

    private String say(String key, Object... arguments) {
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) plain[i] = arguments[i].toString();
        return TurnMessages.text(key, language, plain);
    }

    private static String quoted(String text) {
        return text.lines().map(line -> "> " + escaped(line)).collect(Collectors.joining("\n>\n"));
    }

    /**
     * The text as Markdown shows it letter by letter (CommonMark 0.31, backslash escapes), on one line: no heading, link,
     * image, HTML or bare address that a reader's program would make clickable.
     */
    static String escaped(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ")
                .replace("&", "&amp;")
                .replaceAll("[\\\\`*_{}\\[\\]<>#|~@$!]", "\\\\$0")
                .replace("://", ":\\/\\/")
                .replaceAll("(?i)\\bwww\\.", "www\\\\.")
                .replaceAll("^(\\s*)([-+=])", "$1\\\\$2")
                .replaceAll("^(\\s*\\d{1,9})([.)])", "$1\\\\$2");
    }
}
