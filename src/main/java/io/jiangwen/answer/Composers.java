package io.jiangwen.answer;

import io.jiangwen.answer.Outcome.Versions;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.CallOff;
import io.jiangwen.model.ChatFailed;
import io.jiangwen.model.ChatModel;
import io.jiangwen.model.ChatReply;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The chat model where there is one, the extractive composer whenever it fails; one check for both. */
@ApplicationScoped
class Composers {
    private final ModelComposer model;
    private final ChatModel chat;
    private final ExtractiveComposer extractive;
    private final CitationCheck check;
    private final MeterRegistry meters;

    Composers(ModelComposer model, ChatModel chat, CitationCheck check, AnswerConfig config, MeterRegistry meters) {
        this.model = model;
        this.chat = chat;
        this.extractive = new ExtractiveComposer(config);
        this.check = check;
        this.meters = meters;
    }

    /**
     * Answered, or escalated when no sentence held.
     *
     * @param callOff ends the chat model's call; the sources are quoted then
     */
    Outcome compose(Examined examined, AnswerListener listener, CallOff callOff) {
        if (!model.isConfigured()) return quoted(examined, listener, false);
        Written written = new Written(new AnswerBuilder(listener));
        try {
            ChatReply reply = model.compose(examined.question(), examined.found(), written, callOff);
            ModelCall call = ModelCall.of(
                    model.promptVersion(examined.question()), chat.name().orElseThrow(), reply);
            Making making = new Making(Optional.of(call), false, written.dropped);
            // A model that found the passages insufficient is believed: a person is asked, nothing is patched up.
            if (written.builder.isEmpty()) return held(examined, making);
            return new Outcome.Answered(
                    examined,
                    written.builder.build(Answer.Composer.MODEL),
                    new Versions(call.prompt(), examined.calibration().name(), call.model()),
                    making);
        } catch (ChatFailed e) {
            // Logged and counted where it happened; the extractive composer answers instead, and the turn says so.
            return quoted(examined, listener, true);
        }
    }

    /** What the craftsman may start from; null when nothing was found. */
    @Nullable
    String draft(Examined examined) {
        List<SourcedSentence> sentences = supported(examined, dropped -> {});
        if (sentences.isEmpty()) return null;
        return sentences.stream().map(SourcedSentence::text).collect(Collectors.joining("\n"));
    }

    private Outcome quoted(Examined examined, AnswerListener listener, boolean modelFailed) {
        AnswerBuilder builder = new AnswerBuilder(listener);
        List<Dropped> dropped = new ArrayList<>();
        supported(examined, dropped::add).forEach(builder::add);
        Making making = new Making(Optional.empty(), modelFailed, dropped);
        if (builder.isEmpty()) return held(examined, making);
        return new Outcome.Answered(
                examined,
                builder.build(Answer.Composer.EXTRACTIVE),
                new Versions(null, examined.calibration().name(), null),
                making);
    }

    private Outcome held(Examined examined, Making making) {
        return new Outcome.Escalated(examined, "NO_SENTENCE_HELD", draft(examined), making);
    }

    private List<SourcedSentence> supported(Examined examined, java.util.function.Consumer<Dropped> dropped) {
        List<SourcedSentence> supported = new ArrayList<>();
        for (SourcedSentence sentence : extractive.compose(examined.question(), examined.found())) {
            Optional<Flaw> flaw = check.examine(
                            sentence.text(),
                            sentence.sources().stream()
                                    .map(SourcedSentence.Source::passage)
                                    .map(Passage::text)
                                    .toList())
                    .flaw();
            if (flaw.isEmpty()) supported.add(sentence);
            else dropped.accept(new Dropped(sentence.text(), count(flaw.get())));
        }
        return supported;
    }

    private Flaw count(Flaw flaw) {
        meters.counter("jiangwen.answer.dropped", "flaw", flaw.name()).increment();
        return flaw;
    }

    /** What the model has written so far. */
    private final class Written implements ModelComposer.Writing {
        private final AnswerBuilder builder;
        private final List<Dropped> dropped = new ArrayList<>();

        Written(AnswerBuilder builder) {
            this.builder = builder;
        }

        @Override
        public void supported(SourcedSentence sentence) {
            builder.add(sentence);
        }

        @Override
        public void dropped(Dropped sentence) {
            count(sentence.flaw());
            dropped.add(sentence);
        }
    }
}
