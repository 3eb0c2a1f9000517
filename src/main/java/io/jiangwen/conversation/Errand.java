package io.jiangwen.conversation;

import io.jiangwen.answer.Answer;
import io.jiangwen.text.Language;
import io.jiangwen.ticket.TicketSummary;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question that somebody brought along for another.
 *
 * @param answer the sentences, each with the numbers of its sources; empty unless it was answered
 * @param byModel whether a model wrote them, which is to be said wherever they are shown
 * @param sources of the answer, in the order of their numbers
 * @param withheld true where the answer rests on knowledge that whoever brought the question may not read
 */
public record Errand(
        UUID conversation,
        String outcome,
        Language language,
        String message,
        String answer,
        boolean byModel,
        List<String> sources,
        @Nullable TicketSummary ticket,
        boolean withheld) {
    public Errand {
        sources = List.copyOf(sources);
    }

    static Errand of(UUID conversation, Turn turn, boolean withheld) {
        Turn.Words words = withheld ? null : turn.answer();
        return new Errand(
                conversation,
                turn.outcome().name(),
                Language.of(turn.question()),
                turn.message(),
                words == null ? "" : text(words),
                words != null && words.composer() == Answer.Composer.MODEL,
                words == null
                        ? List.of()
                        : turn.citations().stream().map(Errand::source).toList(),
                turn.ticket(),
                withheld);
    }

    private static String text(Turn.Words words) {
        StringBuilder text = new StringBuilder();
        for (Answer.Sentence sentence : words.sentences()) {
            if (!text.isEmpty()) text.append('\n');
            text.append(sentence.text());
            sentence.citations()
                    .forEach(number -> text.append(" [").append(number).append(']'));
        }
        return text.toString();
    }

    private static String source(Answer.Citation citation) {
        return "[%d] %s (%s, %s v%d)"
                .formatted(
                        citation.number(), citation.title(), citation.author(), citation.article(), citation.version());
    }
}
