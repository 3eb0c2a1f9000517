package io.jiangwen.answer;

import io.jiangwen.answer.Outcome.Versions;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.ChatFailed;
import io.jiangwen.model.ChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The chat model where there is one, the extractive composer whenever it fails; one check for both. */
@ApplicationScoped
class Composers {
    private final ModelComposer model;
    private final ChatModel chat;
    private final ExtractiveComposer extractive;
    private final CitationCheck check;

    Composers(ModelComposer model, ChatModel chat, AnswerConfig config) {
        this.model = model;
        this.chat = chat;
        this.extractive = new ExtractiveComposer(config);
        this.check = new CitationCheck(config);
    }

    /** Answered, or escalated when no sentence held. */
    Outcome compose(Examined examined, AnswerListener listener) {
        if (model.isConfigured()) {
            AnswerBuilder builder = new AnswerBuilder(listener);
            try {
                model.compose(examined.question(), examined.found(), builder::add);
                // A model that found the passages insufficient is believed: a person is asked, nothing is patched up.
                if (builder.isEmpty()) return held(examined);
                return new Outcome.Answered(
                        examined,
                        builder.build(Answer.Composer.MODEL),
                        new Versions(
                                model.promptVersion(examined.question()),
                                examined.calibration().name(),
                                chat.name().orElse(null)));
            } catch (ChatFailed e) {
                // Logged and counted where it happened; the extractive composer answers instead.
            }
        }
        AnswerBuilder builder = new AnswerBuilder(listener);
        supported(examined).forEach(builder::add);
        if (builder.isEmpty()) return held(examined);
        return new Outcome.Answered(
                examined,
                builder.build(Answer.Composer.EXTRACTIVE),
                new Versions(null, examined.calibration().name(), null));
    }

    /** What the craftsman may start from; null when nothing was found. */
    @Nullable
    String draft(Examined examined) {
        List<SourcedSentence> sentences = supported(examined);
        if (sentences.isEmpty()) return null;
        return sentences.stream().map(SourcedSentence::text).collect(Collectors.joining("\n"));
    }

    private Outcome held(Examined examined) {
        return new Outcome.Escalated(examined, "NO_SENTENCE_HELD", draft(examined));
    }

    private List<SourcedSentence> supported(Examined examined) {
        return extractive.compose(examined.question(), examined.found()).stream()
                .filter(sentence -> check.supports(
                        sentence.text(),
                        sentence.sources().stream()
                                .map(SourcedSentence.Source::passage)
                                .map(Passage::text)
                                .toList()))
                .toList();
    }
}
